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
    await tx.$queryRaw`select id from "Commitment" where id = ${commitmentId} for update`
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

/** Another office of the same territory takes it over, with what was promised and its date; a public act with its reason. */
export async function handOverCommitment(
  actor: Actor,
  commitmentId: string,
  { officeId, reason }: { officeId: string; reason: string },
  now: Date = new Date(),
) {
  await transaction(async (tx, note) => {
    await tx.$queryRaw`select id from "Commitment" where id = ${commitmentId} for update`
    const commitment = await reached(tx, commitmentId)
    insist(canHandOverCommitment(actor, weighed(commitment)))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    insist(officeId !== commitment.officeId || 'commitment.same-office')
    const { territoryId } = commitment.office
    // Locked, so that it does not close meanwhile with a commitment of its own
    const [taking] = await tx.$queryRaw<unknown[]>`
      select 1 from "Office" where id = ${officeId} and "territoryId" = ${territoryId} and "closedAt" is null for update`
    found(taking)
    await tx.commitment.update({ where: { id: commitmentId }, data: { officeId }, select: { id: true } })
    const { id: handoverId } = await tx.commitmentHandover.create({
      data: { commitmentId, reason, byId: actor.id, at: now, fromOfficeId: commitment.officeId, toOfficeId: officeId },
      select: { id: true },
    })
    await note({ what: 'commitment.handed-over', actor, ...noteOf(commitment, { handoverId, toOfficeId: officeId }) })
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

async function reached(tx: Tx, commitmentId: string) {
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
