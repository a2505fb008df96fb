/** The public standing of offices: answers of the last year in time and late, what waits, what is overdue, and the median. */
import { db } from '#app/db/client.server'
import type { Closure } from './calendar'
import { addDays, type CivilDate, civilDateAt } from './civil-date'
import { workingDaysBetween } from './clock'
import { median } from './median'

export type OfficeStanding = {
  officeId: string
  officeName: string
  territoryName: string
  territorySlug: string
  inTime: number
  late: number
  waiting: number
  overdue: number
  /** Working days from the start of the clock to the answer; null before the first answer */
  medianDays: number | null
}

const period = 365

type Row = Omit<OfficeStanding, 'medianDays'> & {
  patronFeast: string | null
  patronName: string | null
  closures: Closure[] | null
  spans: [CivilDate, CivilDate][] | null
}

/** Offices of a territory and below it that had something to answer, by name. */
export async function officeStandings(territoryPath: string, now: Date = new Date()): Promise<OfficeStanding[]> {
  const today = civilDateAt(now)
  const since = addDays(today, -period)
  const rows = await db.$queryRaw<Row[]>`
    with duties as (
      select a."officeId", a."dueOn", (a."startedAt" at time zone 'Europe/Rome')::date as started,
        (a."publishedAt" at time zone 'Europe/Rome')::date as answered
      from "Answer" a join "Proposal" p on p.id = a."proposalId"
      where p."importKey" is null and (a."publishedAt" is null or a."publishedAt" >= ${since}::date)
    )
    select o.id as "officeId", o.name as "officeName", t.name as "territoryName", t.slug as "territorySlug",
      t."patronFeast", t."patronName",
      count(*) filter (where d.answered <= d."dueOn")::int as "inTime",
      count(*) filter (where d.answered > d."dueOn")::int as late,
      count(*) filter (where d.answered is null and d."dueOn" >= ${today}::date)::int as waiting,
      count(*) filter (where d.answered is null and d."dueOn" < ${today}::date)::int as overdue,
      json_agg(json_build_array(d.started, d.answered)) filter (where d.answered is not null) as spans,
      (select json_agg(json_build_object('startsOn', c."startsOn", 'endsOn', c."endsOn", 'reason', c.reason))
        from "OfficeClosure" c where c."officeId" = o.id) as closures
    from "Office" o join "Territory" t on t.id = o."territoryId" join duties d on d."officeId" = o.id
    where t.path like ${`${territoryPath}%`}
    group by o.id, t.id order by t.name, o.name`
  return rows.map(({ patronFeast, patronName, closures, spans, ...row }) => {
    const calendar = { patron: patronFeast ? { feast: patronFeast, name: patronName } : null, closures: closures ?? [] }
    const days = (spans ?? []).map(([started, answered]) => workingDaysBetween(started, answered, calendar))
    return { ...row, medianDays: median(days) }
  })
}
