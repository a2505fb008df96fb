/** The answer clock starts: an office is chosen, the due date counted, and everybody concerned is told. */

import type { Noting, Tx } from '#app/domain/journal/transaction.server'
import { found } from '#app/domain/refusal'
import { calendarOf } from './calendars.server'
import { type CivilDate, toColumn } from './civil-date'
import { dueAt } from './clock'
import { termsFrom } from './terms'

export type ClockStart = {
  proposalId: string
  /** 1 is the answer, 2 its review */
  round: 1 | 2
  now: Date
  /** Why the author asks for a review */
  reason?: string
  /** What is to be said before the clock's own entry, now that the date is known */
  announce?: (dueOn: CivilDate) => Promise<void>
}

export async function startClock(tx: Tx, note: Noting, { proposalId, round, now, reason, announce }: ClockStart) {
  const proposal = found(
    await tx.proposal.findUnique({
      where: { id: proposalId },
      select: { title: true, topic: true, territoryId: true, rules: true },
    }),
  )
  const office = await officeFor(tx, proposalId, proposal)
  const { answerDays, reviewDays } = termsFrom(proposal.rules)
  const calendar = await calendarOf(tx, proposal.territoryId, office?.id ?? null)
  const { dueOn, computation } = dueAt(now, round === 1 ? answerDays : reviewDays, calendar)
  const answer = await tx.answer.create({
    data: {
      proposalId,
      round,
      officeId: office?.id ?? null,
      startedAt: now,
      dueOn: toColumn(dueOn),
      computation,
      reviewReason: reason ?? null,
    },
    select: { id: true },
  })
  await tx.proposal.update({ where: { id: proposalId }, data: { dueOn: toColumn(dueOn) }, select: { id: true } })
  await ensurePoint(tx, proposalId, proposal.title)
  await announce?.(dueOn)
  await note({
    what: 'answer.due',
    actor: 'clock',
    subjectId: proposalId,
    territoryId: proposal.territoryId,
    details: { answerId: answer.id, round, dueOn, officeId: office?.id ?? null },
  })
  return { answerId: answer.id, dueOn, officeId: office?.id ?? null }
}

/** A review goes to the office that answered; otherwise the office of the topic, or the territory's first one. */
async function officeFor(
  tx: Tx,
  proposalId: string,
  { topic, territoryId }: { topic: string | null; territoryId: string },
) {
  const before = await tx.answer.findFirst({
    where: { proposalId, office: { closedAt: null } },
    orderBy: { round: 'desc' },
    select: { officeId: true },
  })
  if (before?.officeId) return { id: before.officeId }
  const offices = await tx.office.findMany({
    where: { territoryId, closedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, topics: true },
  })
  return offices.find(({ topics }) => topic !== null && topics.includes(topic)) ?? offices[0] ?? null
}

/** An author who marked no points asks for one thing: the whole proposal. */
async function ensurePoint(tx: Tx, proposalId: string, title: string) {
  const points = await tx.point.count({ where: { proposalId, splitAt: null } })
  if (points === 0) await tx.point.create({ data: { proposalId, position: 1, text: title }, select: { id: true } })
}
