/** The sweep that reminds offices of what is due, each reminder once for the date that stands. */
import { db } from '#app/db/client.server'
import { transaction } from '#app/domain/journal/transaction.server'
import { calendarFrom } from './calendars.server'
import { addDays, civilDateAt, fromColumn, toColumn } from './civil-date'
import { daysLeft } from './clock'
import { type EscalationKind, reminderFor } from './escalations'

/** Ten working days are never further away than this, closures included up to a month. */
export const remindingHorizon = 60
const batch = 100

/** Running it twice is harmless: the key of a reminder lets it exist once. */
export async function escalate(now: Date = new Date()): Promise<{ reminded: number }> {
  let reminded = 0
  let after = ''
  for (;;) {
    const due = await dueSoon(now, after)
    for (const answer of due) {
      const left = daysLeft(now, fromColumn(answer.dueOn), calendarOfAnswer(answer))
      const kind = reminderFor(left)
      if (kind && !answer.escalations.some((sent) => sent.kind === kind))
        reminded += await remind(answer, kind, left, now)
    }
    const last = due.at(-1)
    if (!last || due.length < batch) return { reminded }
    after = last.id
  }
}

const dueSelect = {
  id: true,
  proposalId: true,
  officeId: true,
  dueOn: true,
  escalations: { select: { kind: true } },
  office: { select: { closures: { select: { startsOn: true, endsOn: true, reason: true } } } },
  proposal: {
    select: { territoryId: true, territory: { select: { patronFeast: true, patronName: true } } },
  },
} as const

function dueSoon(now: Date, after: string) {
  return db.answer.findMany({
    where: {
      id: { gt: after },
      publishedAt: null,
      dueOn: { lte: toColumn(addDays(civilDateAt(now), remindingHorizon)) },
      proposal: { stage: 'qualified' },
      escalations: { none: { kind: 'head' } },
    },
    orderBy: { id: 'asc' },
    take: batch,
    select: dueSelect,
  })
}

type DueAnswer = Awaited<ReturnType<typeof dueSoon>>[number]

function calendarOfAnswer({ office, proposal }: DueAnswer) {
  return calendarFrom({ ...proposal.territory, closures: office?.closures ?? [] })
}

/** Nothing is said of what was answered or extended in the meantime. */
async function remind(
  { id, proposalId, officeId, dueOn, proposal }: DueAnswer,
  kind: EscalationKind,
  daysLeft: number,
  now: Date,
) {
  return transaction(async (tx, note) => {
    const open = await tx.$queryRaw<{ id: string }[]>`
      select id from "Answer"
      where id = ${id} and "publishedAt" is null and "dueOn" = ${fromColumn(dueOn)}::date for update`
    if (open.length === 0) return 0
    const { count } = await tx.escalation.createMany({ data: [{ answerId: id, kind, at: now }], skipDuplicates: true })
    if (count === 1)
      await note({
        what: 'answer.escalated',
        actor: 'clock',
        subjectId: proposalId,
        territoryId: proposal.territoryId,
        details: { answerId: id, kind, officeId, dueOn: fromColumn(dueOn), daysLeft },
      })
    return count
  })
}
