/** An answer is published, and later versions beside it; accepted points that promise something become commitments. */

import type { Prisma } from '#app/db/generated/client'
import type { Actor } from '#app/domain/authorization'
import { type Noting, type Tx, transaction } from '#app/domain/journal/transaction.server'
import { insist, Refusal } from '#app/domain/refusal'
import { fromColumn } from './civil-date'
import { canWrite } from './policy'
import { lockAnswer, type ReachedAnswer, reachAnswer } from './reach-answer.server'
import { type AnsweredPoint, isComplete, type PointVerdict, type PublishedPoints } from './verdicts'
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
    const items = await completePoints(tx, answer)
    const version = answer.version + 1
    const points: PublishedPoints = { language: answer.language, items }
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
    await makeCommitments(tx, note, actor, answer, items)
    return { version, proposalId }
  })
}

const drafted = {
  verdict: true,
  reasons: true,
  actNumber: true,
  actDate: true,
  actLink: true,
  promise: true,
  promisedOn: true,
} as const satisfies Prisma.AnswerPointSelect

async function completePoints(tx: Tx, { id, proposalId }: ReachedAnswer): Promise<AnsweredPoint[]> {
  const points = await tx.point.findMany({
    where: { proposalId, splitAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, position: true, text: true, answers: { where: { answerId: id }, select: drafted } },
  })
  const drafts = points.map(({ position, answers: [draft] }) => ({
    position,
    verdict: draft?.verdict ?? null,
    reasons: draft?.reasons ?? '',
    promise: draft?.promise ?? null,
  }))
  insist(isComplete(drafts))
  return points.map(({ id: pointId, position, text, answers: [draft] }) => answered(pointId, position, text, draft))
}

type Draft = Prisma.AnswerPointGetPayload<{ select: typeof drafted }>

function answered(pointId: string, position: number, text: string, draft: Draft | undefined): AnsweredPoint {
  const hasAct = draft?.actNumber || draft?.actDate || draft?.actLink
  return {
    pointId,
    position,
    text,
    verdict: (draft?.verdict ?? 'notAccepted') satisfies PointVerdict,
    reasons: draft?.reasons ?? '',
    act: hasAct
      ? { number: draft.actNumber, date: draft.actDate ? fromColumn(draft.actDate) : null, link: draft.actLink }
      : null,
    promise: draft?.promise ?? null,
    promisedOn: draft?.promise && draft.promisedOn ? fromColumn(draft.promisedOn) : null,
  }
}

/** The proposal stops waiting: exactly once, whoever publishes at the same moment. */
async function closeWait(tx: Tx, { proposalId }: ReachedAnswer, now: Date) {
  const { count } = await tx.proposal.updateMany({
    where: { id: proposalId, stage: 'qualified' },
    data: { stage: 'answered', answeredAt: now, dueOn: null },
  })
  insist(count === 1 || 'answer.not-waiting')
}

/** A point promised again, in a later version or a review, keeps its one commitment. */
async function makeCommitments(tx: Tx, note: Noting, actor: Actor, answer: ReachedAnswer, items: AnsweredPoint[]) {
  const { id: answerId, proposalId, officeId } = answer
  if (!officeId) return
  for (const { pointId, promise, promisedOn } of items) {
    if (!promise) continue
    const terms = { title: promise, dueOn: promisedOn ? new Date(promisedOn) : null }
    const { count } = await tx.commitment.updateMany({
      where: { proposalId, pointId, droppedAt: null, doneAt: null },
      data: { ...terms, answerId },
    })
    if (count > 0) continue
    const kept = await tx.commitment.findFirst({
      where: { proposalId, pointId, title: promise },
      select: { id: true },
    })
    if (kept) continue
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
