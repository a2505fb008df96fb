/** Seats in an office, with rank and dates, and the days when the office is shut. Due dates already counted stay as they are. */
import type { Actor } from '#app/domain/authorization'
import { isPast, lastDayToEndNow } from '#app/domain/identity/roles'
import { transaction } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import { reachOffice } from './commands.server'
import type { NewClosure, Seat } from './forms'
import { isClosureFit, overlap } from './policy'

export async function seatPerson(
  actor: Actor,
  officeId: string,
  { email, rank, startsOn, endsOn }: Seat,
  now = new Date(),
) {
  return transaction(async (tx, note) => {
    const { territoryId } = await reachOffice(tx, actor, officeId)
    const person = await tx.person.findUnique({ where: { email }, select: { id: true, emailConfirmedAt: true } })
    if (!person?.emailConfirmedAt) throw new Refusal('identity.nobody-with-this-address', {}, 'email')
    const days = { startsOn, endsOn: endsOn ?? null }
    insist(!endsOn || endsOn >= startsOn || 'office.ends-before-it-starts', 'endsOn')
    insist(!isPast(endsOn, now) || 'office.days-are-past', 'endsOn')
    const held = await tx.officeMember.findMany({
      where: { officeId, personId: person.id },
      select: { startsOn: true, endsOn: true },
    })
    insist(!held.some((seat) => overlap(seat, days)) || 'office.already-seated')
    const { id } = await tx.officeMember.create({
      data: { officeId, personId: person.id, rank, ...days },
      select: { id: true },
    })
    const details = { officeId, memberId: id, personId: person.id, rank }
    await note({ what: 'office.member-changed', actor, subjectId: territoryId, territoryId, details })
    return { memberId: id }
  })
}

/** The seat's last day was yesterday. Answers that were given to this person go back to the whole office. */
export async function endSeat(actor: Actor, officeId: string, memberId: string, now = new Date()) {
  await transaction(async (tx, note) => {
    const { territoryId } = await reachOffice(tx, actor, officeId)
    const seat = found(
      await tx.officeMember.findFirst({
        where: { id: memberId, officeId },
        select: { personId: true, startsOn: true, endsOn: true },
      }),
    )
    const lastDay = lastDayToEndNow(now)
    insist(seat.endsOn === null || seat.endsOn > lastDay || 'office.seat-is-over')
    if (seat.startsOn > lastDay) await tx.officeMember.delete({ where: { id: memberId }, select: { id: true } })
    else await tx.officeMember.update({ where: { id: memberId }, data: { endsOn: lastDay }, select: { id: true } })
    // Whoever is writing goes on: the draft did not change
    await tx.$executeRaw`
      update "Answer" set "assigneeId" = null
      where "officeId" = ${officeId} and "assigneeId" = ${seat.personId} and "publishedAt" is null`
    const details = { officeId, memberId, personId: seat.personId }
    await note({ what: 'office.member-changed', actor, subjectId: territoryId, territoryId, details })
  })
}

export async function addClosure(actor: Actor, officeId: string, closure: NewClosure, now = new Date()) {
  return transaction(async (tx, note) => {
    const { territoryId } = await reachOffice(tx, actor, officeId)
    insist(isClosureFit(closure), 'endsOn')
    insist(!isPast(closure.endsOn, now) || 'office.days-are-past', 'endsOn')
    const known = await tx.officeClosure.findMany({
      where: { officeId },
      select: { startsOn: true, endsOn: true },
    })
    insist(!known.some((other) => overlap(other, closure)) || 'office.closures-overlap')
    const { id } = await tx.officeClosure.create({ data: { officeId, ...closure }, select: { id: true } })
    const details = { officeId, closureId: id }
    await note({ what: 'office.closure-added', actor, subjectId: territoryId, territoryId, details })
    return { closureId: id }
  })
}

export async function removeClosure(actor: Actor, officeId: string, closureId: string) {
  await transaction(async (tx, note) => {
    const { territoryId } = await reachOffice(tx, actor, officeId)
    const { count } = await tx.officeClosure.deleteMany({ where: { id: closureId, officeId } })
    insist(count === 1 || 'not-found')
    const details = { officeId, closureId }
    await note({ what: 'office.changed', actor, subjectId: territoryId, territoryId, details })
  })
}
