/** The office at work: drafts, split points, internal notes. Nothing here is public. */

import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import { civilDateAt, toColumn } from './civil-date'
import { draftPoints } from './draft-points.server'
import type { AnswerDraft } from './forms'
import { canReadDraft, canSplit, canTakeNotes, canWrite } from './policy'
import { faultsOf } from './publishable'
import { lockAnswer, reachAnswer } from './reach-answer.server'

/** Somebody of the office opened it for the first time. */
export async function markSeen(actor: Actor, answerId: string, now: Date = new Date()) {
  await transaction(async (tx) => {
    const { handled } = await reachAnswer(tx, answerId, now)
    if (canReadDraft(actor, handled) !== true) return
    await tx.answer.updateMany({ where: { id: answerId, seenAt: null }, data: { seenAt: now } })
  })
}

/** Saves what was typed, unless somebody else saved in the meantime: then nothing is overwritten in silence. */
export async function saveAnswerDraft(
  actor: Actor,
  answerId: string,
  { revision, opening, language, points }: AnswerDraft,
  now: Date = new Date(),
): Promise<{ revision: number }> {
  return transaction(async (tx) => {
    await lockAnswer(tx, answerId)
    const answer = await reachAnswer(tx, answerId, now)
    insist(canWrite(actor, answer.handled))
    insist(revisionOf(answer) === revision || 'answer.changed-elsewhere')
    const live = await livePoints(tx, answer.proposalId)
    for (const { pointId, actDate, promisedOn, ...point } of points) {
      insist(live.has(pointId) || 'answer.points-changed')
      const values = { ...point, actDate: column(actDate), promisedOn: column(promisedOn) }
      await tx.answerPoint.upsert({
        where: { answerId_pointId: { answerId, pointId } },
        create: { answerId, pointId, ...values },
        update: values,
        select: { pointId: true },
      })
    }
    const written = await draftPoints(tx, { proposalId: answer.proposalId, answerId })
    const whole = faultsOf(written, civilDateAt(now)).length === 0
    return tx.answer
      .update({
        where: { id: answerId },
        data: { opening, language, preparedAt: whole ? now : null },
        select: { updatedAt: true },
      })
      .then((saved) => ({ revision: revisionOf(saved) }))
  })
}

/** What a page shows of a draft's state, to compare at the next save: when it last changed, in milliseconds. */
export function revisionOf({ updatedAt }: { updatedAt: Date }): number {
  return updatedAt.getTime()
}

function column(date: string | null) {
  return date === null ? null : toColumn(date)
}

async function livePoints(tx: Tx, proposalId: string): Promise<Set<string>> {
  const points = await tx.point.findMany({
    where: { proposalId, splitAt: null },
    select: { id: true },
  })
  return new Set(points.map(({ id }) => id))
}

/** One point that asks for several things becomes several; what was written stays with the first. */
export async function splitPoint(
  actor: Actor,
  answerId: string,
  { pointId, parts }: { pointId: string; parts: string[] },
  now: Date = new Date(),
) {
  await transaction(async (tx, note) => {
    await lockAnswer(tx, answerId)
    const answer = await reachAnswer(tx, answerId, now)
    insist(canSplit(actor, answer.handled))
    const { proposalId } = answer
    const point = found(
      await tx.point.findFirst({
        where: { id: pointId, proposalId, splitAt: null },
        select: { position: true },
      }),
    )
    const promised = await tx.commitment.count({ where: { pointId, doneAt: null, droppedAt: null } })
    insist(promised === 0 || 'answer.point-is-promised')
    const { count } = await tx.point.updateMany({ where: { id: pointId, splitAt: null }, data: { splitAt: now } })
    insist(count === 1 || 'answer.points-changed')
    await tx.point.updateMany({
      where: { proposalId, splitAt: null, position: { gt: point.position } },
      data: { position: { increment: parts.length - 1 } },
    })
    const made: string[] = []
    for (const [index, part] of parts.entries()) {
      const { id } = await tx.point.create({
        data: { proposalId, text: part, position: point.position + index, splitFromId: pointId },
        select: { id: true },
      })
      made.push(id)
    }
    await tx.answerPoint.updateMany({ where: { answerId, pointId }, data: { pointId: made[0] ?? pointId } })
    await tx.answer.update({ where: { id: answerId }, data: { preparedAt: null }, select: { id: true } })
    await note({
      what: 'answer.point-split',
      actor,
      subjectId: proposalId,
      territoryId: answer.proposal.territoryId,
      details: { answerId, pointId, parts: parts.length },
    })
  })
}

export async function addInternalNote(actor: Actor, answerId: string, text: string, now: Date = new Date()) {
  const { handled } = await reachAnswer(db, answerId, now)
  insist(canTakeNotes(actor, handled))
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  await db.internalNote.create({ data: { answerId, authorId: actor.id, text, at: now }, select: { id: true } })
}
