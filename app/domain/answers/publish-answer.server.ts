/** An answer is published, and later versions beside it; accepted points become commitments. */

import { isDeepStrictEqual } from 'node:util'
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { type Noting, type Tx, transaction } from '#app/domain/journal/transaction.server'
import { moves } from '#app/domain/proposals/reach.server'
import { insist, Refusal } from '#app/domain/refusal'
import { civilDateAt, toColumn } from './civil-date'
import { draftPoints } from './draft-points.server'
import { canReadDraft, canWrite } from './policy'
import { asAnswered, type Fault, faultsOf } from './publishable'
import { lockAnswer, type ReachedAnswer, reachAnswer } from './reach-answer.server'
import type { AnsweredPoint, PublishedPoints } from './verdicts'
import { revisionOf } from './write-answer.server'

export type Publication = {
  /** The draft that was previewed: another one is not published by mistake */
  revision: number
  /** From the second version on: why it changes */
  changeReason: string | null
}

export async function publishAnswer(
  actor: Actor,
  answerId: string,
  { revision, changeReason }: Publication,
  now: Date = new Date(),
): Promise<{ version: number; proposalId: string }> {
  return transaction(async (tx, note) => {
    await lockAnswer(tx, answerId)
    const answer = await reachAnswer(tx, answerId, now)
    insist(canWrite(actor, answer.handled))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    insist(revisionOf(answer) === revision || 'answer.changed-elsewhere')
    insist(answer.version === 0 || changeReason !== null || 'answer.say-why-it-changes')
    // What was promised is neither kept nor dropped meanwhile
    await tx.$queryRaw`select id from "Commitment" where "proposalId" = ${answer.proposalId} for update`
    const { points, faults } = await toPublish(tx, answer, now)
    for (const { reason, values } of faults) throw new Refusal(reason, values)
    const version = answer.version + 1
    await tx.answerVersion.create({
      data: {
        answerId,
        number: version,
        opening: answer.opening,
        points,
        changeReason: version > 1 ? changeReason : null,
        publishedById: actor.id,
        at: now,
      },
      select: { number: true },
    })
    await tx.answer.update({
      where: { id: answerId },
      data: { version, publishedAt: answer.publishedAt ?? now },
      select: { id: true },
    })
    if (version === 1) await closeWait(tx, answer, now)
    const { proposalId } = answer
    const { territoryId } = answer.proposal
    await note({
      what: version === 1 ? 'answer.given' : 'answer.changed',
      actor,
      subjectId: proposalId,
      territoryId,
      details: { answerId, round: answer.round, version },
    })
    await makeCommitments(tx, note, actor, answer, points.items)
    return { version, proposalId }
  })
}

/** What the draft would publish, and everything that keeps it from being published. */
async function toPublish(tx: Pick<Tx, 'point' | 'commitment' | 'answerVersion'>, answer: ReachedAnswer, now: Date) {
  const { id: answerId, proposalId, version, opening, language } = answer
  const drafts = await draftPoints(tx, { proposalId, answerId })
  const points: PublishedPoints = { language, items: drafts.flatMap(asAnswered) }
  const faults = faultsOf(drafts, civilDateAt(now))
  const latest =
    version > 0 &&
    (await tx.answerVersion.findUnique({
      where: { answerId_number: { answerId, number: version } },
      select: { opening: true, points: true },
    }))
  if (isDeepStrictEqual(latest, { opening, points })) faults.push({ reason: 'answer.nothing-changed', values: {} })
  return { points, faults }
}

/** Why the draft as it was saved cannot be published yet. */
export async function publicationFaults(actor: Actor, answerId: string, now: Date = new Date()): Promise<Fault[]> {
  const answer = await reachAnswer(db, answerId, now)
  insist(canReadDraft(actor, answer.handled))
  return (await toPublish(db, answer, now)).faults
}

/** The proposal stops waiting: exactly once, whoever publishes at the same moment. */
async function closeWait(tx: Tx, { proposalId: id, proposal: { stage } }: ReachedAnswer, now: Date) {
  insist((await moves(tx, { id, stage }, 'answer', { answeredAt: now, dueOn: null })) || 'answer.not-waiting')
}

/** A point promised again, in a later version or a review, keeps its one commitment; a dropped one has a new one. */
async function makeCommitments(tx: Tx, note: Noting, actor: Actor, answer: ReachedAnswer, items: AnsweredPoint[]) {
  const { id: answerId, proposalId, officeId } = answer
  if (!officeId) return
  for (const { pointId, promise, promisedOn } of items) {
    if (!promise) continue
    const terms = { title: promise, dueOn: promisedOn ? toColumn(promisedOn) : null }
    // What is drafted next begins from what is public
    await tx.answerPoint.updateMany({ where: { answerId, pointId, promise: null }, data: { promise } })
    const kept = await tx.commitment.count({ where: { proposalId, pointId, droppedAt: null, ...terms } })
    if (kept > 0) continue
    const { id } = await tx.commitment.create({
      data: { ...terms, proposalId, answerId, pointId, officeId },
      select: { id: true },
    })
    await tx.lifeLink.createMany({
      data: [{ fromKind: 'proposal', fromId: proposalId, toKind: 'commitment', toId: id }],
      skipDuplicates: true,
    })
    await note({
      what: 'commitment.made',
      actor,
      subjectId: proposalId,
      territoryId: answer.proposal.territoryId,
      details: { commitmentId: id, officeId },
    })
  }
}
