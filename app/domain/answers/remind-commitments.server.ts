/** The sweep that reminds offices of what they promised, each reminder once for each date that was given. */
import { db } from '#app/db/client.server'
import { transaction } from '#app/domain/journal/transaction.server'
import { calendarFrom } from './calendars.server'
import { addDays, type CivilDate, civilDateAt, fromColumn, toColumn } from './civil-date'
import { daysLeft } from './clock'
import { noteOf } from './commitments.server'
import { remindingHorizon } from './escalate.server'
import { type PromiseReminder, promiseReminderFor } from './escalations'

const batch = 100

/** Running it twice is harmless: the key of a reminder lets it exist once. */
export async function remindCommitments(now: Date = new Date()): Promise<{ reminded: number }> {
  let reminded = 0
  let after = ''
  for (;;) {
    const due = await dueSoon(now, after)
    for (const commitment of due) {
      const { dueOn, reminders, office } = commitment
      if (!dueOn) continue
      const day = fromColumn(dueOn)
      const left = daysLeft(now, day, calendarFrom({ ...office.territory, closures: office.closures }))
      const kind = promiseReminderFor(left)
      if (kind && !reminders.some((sent) => sent.kind === kind && fromColumn(sent.dueOn) === day))
        reminded += await remind(commitment, { kind, day, left }, now)
    }
    const last = due.at(-1)
    if (!last || due.length < batch) return { reminded }
    after = last.id
  }
}

function dueSoon(now: Date, after: string) {
  return db.commitment.findMany({
    where: {
      id: { gt: after },
      doneAt: null,
      droppedAt: null,
      dueOn: { lte: toColumn(addDays(civilDateAt(now), remindingHorizon)) },
    },
    orderBy: { id: 'asc' },
    take: batch,
    select: {
      id: true,
      dueOn: true,
      officeId: true,
      proposalId: true,
      reminders: { select: { kind: true, dueOn: true } },
      office: {
        select: {
          territoryId: true,
          territory: { select: { patronFeast: true, patronName: true } },
          closures: { select: { startsOn: true, endsOn: true, reason: true } },
        },
      },
    },
  })
}

type DueCommitment = Awaited<ReturnType<typeof dueSoon>>[number]
type Reminder = { kind: PromiseReminder; day: CivilDate; left: number }

/** Nothing is said of what was done, dropped or moved in the meantime. */
async function remind(commitment: DueCommitment, { kind, day, left }: Reminder, now: Date) {
  const { id } = commitment
  return transaction(async (tx, note) => {
    const [open] = await tx.$queryRaw<{ officeId: string }[]>`
      select "officeId" from "Commitment"
      where id = ${id} and "doneAt" is null and "droppedAt" is null and "dueOn" = ${day}::date for update`
    // Another office has its own calendar: the next sweep reminds it
    if (open?.officeId !== commitment.officeId) return 0
    const { count } = await tx.commitmentReminder.createMany({
      data: [{ commitmentId: id, dueOn: toColumn(day), kind, at: now }],
      skipDuplicates: true,
    })
    if (count === 1)
      await note({
        what: 'commitment.reminded',
        actor: 'clock',
        ...noteOf(commitment, { kind, dueOn: day, daysLeft: left }),
      })
    return count
  })
}
