/** The authors say whether an answer answers, and may ask once for a review, with its own clock. */
import { inNameOf } from '#app/domain/associations/policy'
import type { Actor } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { moves } from '#app/domain/proposals/reach.server'
import { insist, Refusal } from '#app/domain/refusal'
import type { CivilDate } from './civil-date'
import { startClock } from './clock-start.server'
import { canAskReview, canJudge } from './policy'
import { judgedBy, lockAnswer, reachAnswer } from './reach-answer.server'
import type { Satisfaction } from './verdicts'

export type Judgement = {
  /** The version that was read: another one is not judged by mistake */
  version: number
  satisfaction: Satisfaction
  reason: string | null
}

export async function judgeAnswer(
  actor: Actor,
  answerId: string,
  { version, satisfaction, reason }: Judgement,
  now: Date = new Date(),
): Promise<{ proposalId: string }> {
  return transaction(async (tx, note) => {
    await lockAnswer(tx, answerId)
    const answer = await reachAnswer(tx, answerId, now)
    insist(canJudge(actor, judgedBy(actor, answer)))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    insist(version === answer.version || 'answer.read-again')
    insist(satisfaction === 'yes' || reason !== null || 'answer.say-why-not')
    await tx.authorVerdict.create({
      data: { answerId, number: version, personId: actor.id, satisfaction, reason: reason ?? '', at: now },
      select: { answerId: true },
    })
    await note({
      what: 'answer.judged',
      actor,
      subjectId: answer.proposalId,
      associationId: inNameOf(actor, answer.proposal.associationId),
      territoryId: answer.proposal.territoryId,
      details: { answerId, version, satisfaction },
    })
    return { proposalId: answer.proposalId }
  })
}

export async function askReview(
  actor: Actor,
  answerId: string,
  { reason }: { reason: string },
  now: Date = new Date(),
): Promise<{ answerId: string; dueOn: string; proposalId: string }> {
  return transaction(async (tx, note) => {
    await lockAnswer(tx, answerId)
    const answer = await reachAnswer(tx, answerId, now)
    insist(canAskReview(actor, judgedBy(actor, answer)))
    const { proposalId } = answer
    const { stage } = answer.proposal
    insist((await moves(tx, { id: proposalId, stage }, 'review', {})) || 'answer.not-answered')
    const asked = async (dueOn: CivilDate) => {
      await note({
        what: 'answer.review-asked',
        actor,
        subjectId: proposalId,
        associationId: inNameOf(actor, answer.proposal.associationId),
        territoryId: answer.proposal.territoryId,
        details: { answerId, dueOn },
      })
    }
    const started = await startClock(tx, note, { proposalId, round: 2, now, reason, announce: asked })
    await beginFrom(tx, answerId, started.answerId)
    return { answerId: started.answerId, dueOn: started.dueOn, proposalId }
  })
}

/** The review's draft begins from what was answered, so that the office changes only what it reconsiders. */
async function beginFrom(tx: Tx, firstId: string, reviewId: string) {
  await tx.$executeRaw`
    insert into "AnswerPoint" ("answerId", "pointId", verdict, reasons, "actNumber", "actDate", "actLink", promise, "promisedOn")
    select ${reviewId}, p."pointId", p.verdict, p.reasons, p."actNumber", p."actDate", p."actLink", p.promise, p."promisedOn"
    from "AnswerPoint" p join "Point" live on live.id = p."pointId" and live."splitAt" is null
    where p."answerId" = ${firstId}`
}
