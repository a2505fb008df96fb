/** What offices still have to keep of what they promised: what is overdue first, then by date. */
import { db } from '#app/db/client.server'
import { calendarFrom } from './calendars.server'
import { type CivilDate, fromColumn } from './civil-date'
import { daysLeft, type Standing, standing } from './clock'

export type OwedCommitment = {
  id: string
  title: string
  /** Of the answer that promised it; a vote's promise says none */
  language: string | null
  officeId: string
  officeName: string
  dueOn: CivilDate | null
  standing: Standing
  /** Working days; negative once it is late; null without a date */
  daysLeft: number | null
}

/** Of these offices, soonest first; those without a date come last. */
export async function owedCommitments(
  officeIds: readonly string[],
  limit = 50,
  now: Date = new Date(),
): Promise<OwedCommitment[]> {
  const rows = await db.commitment.findMany({
    where: { officeId: { in: [...officeIds] }, doneAt: null, droppedAt: null },
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: limit,
    select: {
      id: true,
      title: true,
      dueOn: true,
      answerPoint: { select: { answer: { select: { language: true } } } },
      office: {
        select: {
          id: true,
          name: true,
          territory: { select: { patronFeast: true, patronName: true } },
          closures: { select: { startsOn: true, endsOn: true, reason: true } },
        },
      },
    },
  })
  return rows.map(({ id, title, dueOn, answerPoint, office }) => {
    const calendar = calendarFrom({ ...office.territory, closures: office.closures })
    const day = dueOn ? fromColumn(dueOn) : null
    return {
      ...{ id, title, language: answerPoint?.answer.language ?? null, dueOn: day },
      ...{ officeId: office.id, officeName: office.name },
      standing: day ? standing(now, day, null, calendar) : 'in-time',
      daysLeft: day ? daysLeft(now, day, calendar) : null,
    }
  })
}
