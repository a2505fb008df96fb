/** What an office promised, followed: steps with evidence, a new date, done, or dropped with the reason. */
import type { Actor } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import { type CivilDate, civilDateAt, fromColumn, toColumn } from './civil-date'
import { canHandOverCommitment, canKeepCommitment } from './policy'

export async function addStep(
  actor: Actor,
  commitmentId: string,
  { text, evidence }: { text: string; evidence: string | null },
  now: Date = new Date(),
) {
  await transaction(async (tx, note) => {
    const commitment = await kept(tx, actor, commitmentId)
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    await tx.commitmentStep.create({
      data: { commitmentId, text, evidence, byId: actor.id, at: now },
      select: { id: true },
    })
    await note({ what: 'commitment.step-added', actor, ...noteOf(commitment) })
  })
}

export async function finishCommitment(
  actor: Actor,
  commitmentId: string,
  { outcome, evidence }: { outcome: string; evidence: string | null },
  now: Date = new Date(),
) {
  await transaction(async (tx, note) => {
    const commitment = await kept(tx, actor, commitmentId)
    await close(tx, commitmentId, { doneAt: now, outcome, evidence })
    await note({ what: 'commitment.done', actor, ...noteOf(commitment) })
  })
}

export async function dropCommitment(
  actor: Actor,
  commitmentId: string,
  { reason }: { reason: string },
  now: Date = new Date(),
) {
  await transaction(async (tx, note) => {
    const commitment = await kept(tx, actor, commitmentId)
    await close(tx, commitmentId, { droppedAt: now, outcome: reason })
    // What is drafted does not promise it again by itself
    if (commitment.pointId) {
      await tx.answerPoint.updateMany({
        where: { pointId: commitment.pointId },
        data: { promise: null, promisedOn: null },
      })
    }
    await note({ what: 'commitment.dropped', actor, ...noteOf(commitment) })
  })
}

/** A new date is a public act with its reason; what was promised stays the same. */
export async function moveCommitment(
  actor: Actor,
  commitmentId: string,
  { dueOn, reason }: { dueOn: CivilDate; reason: string },
  now: Date = new Date(),
) {
  await transaction(async (tx, note) => {
    const commitment = await kept(tx, actor, commitmentId)
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    const fromDue = commitment.dueOn ? fromColumn(commitment.dueOn) : null
    insist(dueOn >= civilDateAt(now) || 'commitment.date-is-past')
    insist(dueOn !== fromDue || 'commitment.same-date')
    const toDue = toColumn(dueOn)
    await tx.commitment.update({ where: { id: commitmentId }, data: { dueOn: toDue }, select: { id: true } })
    const { id: moveId } = await tx.commitmentMove.create({
      data: { commitmentId, reason, byId: actor.id, at: now, fromDue: commitment.dueOn, toDue },
      select: { id: true },
    })
    // What is drafted promises it for the same day
    if (commitment.pointId) {
      const promise = { pointId: commitment.pointId, promise: commitment.title }
      await tx.answerPoint.updateMany({ where: promise, data: { promisedOn: toDue } })
    }
    const dates = { dueOn, ...(fromDue ? { fromDue } : {}) }
    await note({ what: 'commitment.moved', actor, ...noteOf(commitment, { moveId, ...dates }) })
  })
}

/**
 * Another office of the same territory takes it over, with what was promised and its date; a public act with its reason.
 * The new office is reminded anew. Where the administrator does it, it is not told as an act of the office.
 */
export async function handOverCommitment(
  actor: Actor,
  commitmentId: string,
  { officeId, reason }: { officeId: string; reason: string },
  now: Date = new Date(),
) {
  await transaction(async (tx, note) => {
    const commitment = await reached(tx, commitmentId)
    insist(canHandOverCommitment(actor, weighed(commitment)))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    const fromOfficeId = commitment.officeId
    insist(officeId !== fromOfficeId || 'commitment.same-office')
    const { territoryId } = commitment.office
    // Both are locked, in one order: neither closes meanwhile, and two that give each other something do not wait for ever
    const offices = await tx.$queryRaw<{ id: string; open: boolean }[]>`
      select id, "territoryId" = ${territoryId} and "closedAt" is null as open from "Office"
      where id in (${officeId}, ${fromOfficeId}) order by id for update`
    insist(offices.some(({ id, open }) => id === officeId && open) || 'not-found')
    await tx.commitment.update({ where: { id: commitmentId }, data: { officeId }, select: { id: true } })
    const { id: handoverId } = await tx.commitmentHandover.create({
      data: { commitmentId, reason, byId: actor.id, at: now, fromOfficeId, toOfficeId: officeId },
      select: { id: true },
    })
    await tx.commitmentReminder.deleteMany({ where: { commitmentId } })
    const sits = actor.seats.some((seat) => seat.officeId === fromOfficeId)
    const { details, ...entry } = noteOf(commitment, { handoverId, fromOfficeId, toOfficeId: officeId })
    const { officeId: _, ...notOfTheOffice } = details
    await note({ what: 'commitment.handed-over', actor, ...entry, details: sits ? details : notOfTheOffice })
  })
}

async function kept(tx: Tx, actor: Actor, commitmentId: string) {
  const commitment = await reached(tx, commitmentId)
  insist(canKeepCommitment(actor, weighed(commitment)))
  return commitment
}

function weighed({ officeId, doneAt, droppedAt, office }: Awaited<ReturnType<typeof reached>>) {
  return { officeId, closed: doneAt !== null || droppedAt !== null, territoryPath: office.territory.path }
}

/** Locked: whose it is, and whether it is open, hold until the act is done. */
async function reached(tx: Tx, commitmentId: string) {
  await tx.$queryRaw`select 1 from "Commitment" where id = ${commitmentId} for update`
  return found(
    await tx.commitment.findUnique({
      where: { id: commitmentId },
      select: {
        id: true,
        title: true,
        dueOn: true,
        officeId: true,
        proposalId: true,
        pointId: true,
        doneAt: true,
        droppedAt: true,
        office: { select: { territoryId: true, territory: { select: { path: true } } } },
      },
    }),
  )
}

type Noted = { id: string; proposalId: string | null; officeId: string; office: { territoryId: string } }

/** Where the journal keeps what happens to a commitment: one from elsewhere than a proposal is its own subject. */
export function noteOf({ id, proposalId, officeId, office }: Noted, more: Record<string, string | number> = {}) {
  return {
    subjectId: proposalId ?? id,
    territoryId: office.territoryId,
    details: { commitmentId: id, officeId, ...more },
  }
}

type Closing = { outcome: string; doneAt?: Date; droppedAt?: Date; evidence?: string | null }

async function close(tx: Tx, id: string, data: Closing) {
  const { count } = await tx.commitment.updateMany({ where: { id, doneAt: null, droppedAt: null }, data })
  insist(count === 1 || 'commitment.closed')
}
