/** The one extension of a due date: a public act with its reason and its new date. */
import type { Actor } from '#app/domain/authorization'
import { transaction } from '#app/domain/journal/transaction.server'
import { insist, Refusal } from '#app/domain/refusal'
import { calendarOf } from './calendars.server'
import { fromColumn, toColumn } from './civil-date'
import { dueAt } from './clock'
import { computationFrom, type KeptComputation } from './kept-computation'
import { canExtend } from './policy'
import { lockAnswer, reachAnswer } from './reach-answer.server'
import { termsFrom } from './terms'

export async function extendAnswer(
  actor: Actor,
  answerId: string,
  { days, reason }: { days: number; reason: string },
  now: Date = new Date(),
): Promise<{ dueOn: string; proposalId: string }> {
  return transaction(async (tx, note) => {
    await lockAnswer(tx, answerId)
    const answer = await reachAnswer(tx, answerId, now)
    insist(canExtend(actor, answer.handled))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    const { territoryId, rules } = answer.proposal
    const { extensionDays } = termsFrom(rules)
    if (days > extensionDays) throw new Refusal('answer.extension-too-long', { days: extensionDays }, 'days')
    const calendar = await calendarOf(tx, territoryId, answer.officeId)
    const fromDue = fromColumn(answer.dueOn)
    const { dueOn, computation } = dueAt(fromDue, days, calendar)
    await tx.extension.create({
      data: {
        answerId,
        days,
        reason,
        byId: actor.id,
        at: now,
        fromDue: toColumn(fromDue),
        toDue: toColumn(dueOn),
      },
      select: { answerId: true },
    })
    const first = computationFrom(answer.computation)
    const kept: KeptComputation = first ? { ...first, extension: computation } : computation
    await tx.answer.update({
      where: { id: answerId },
      data: { dueOn: toColumn(dueOn), computation: kept, updatedAt: answer.updatedAt },
      select: { id: true },
    })
    // The new date has its own reminders
    await tx.escalation.deleteMany({ where: { answerId } })
    await tx.proposal.update({
      where: { id: answer.proposalId },
      data: { dueOn: toColumn(dueOn) },
      select: { id: true },
    })
    await note({
      what: 'answer.extended',
      actor,
      subjectId: answer.proposalId,
      territoryId,
      details: { answerId, days, fromDue, dueOn },
    })
    return { dueOn, proposalId: answer.proposalId }
  })
}
