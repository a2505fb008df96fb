/** The public standing of offices: answers of the last year in time and late, what waits, what is overdue, and the median. */
import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import { cursorOf, pageKeyOf } from '#app/domain/page-key'
import type { Calendar, Closure } from './calendar'
import { addDays, type CivilDate, civilDateAt, isCivilDate } from './civil-date'
import { daysLeft, type Standing, standing, workingDaysBetween } from './clock'
import { type DutyKind, given } from './duties'
import { median } from './median'

export type OfficeStanding = {
  /** Null for what a territory owes while none of its offices has it */
  officeId: string | null
  officeName: string | null
  territoryName: string
  territorySlug: string
  /** Working days from the start of the clock to the answer; null before the first answer */
  medianDays: number | null
} & Record<DutyKind, number>

const period = 365

/** Every answer that is owed, or was given within the year, and what it is: counts and lists read it here alone. */
function duties(now: Date) {
  const today = civilDateAt(now)
  return Prisma.sql`(
    select *, case
      when answered <= "dueOn" then 'inTime'
      when answered > "dueOn" then 'late'
      when "dueOn" >= ${today}::date then 'waiting'
      else 'overdue' end as kind
    from (
      select a.id, a."officeId", a."proposalId", a.round, a."dueOn", (a."startedAt" at time zone 'Europe/Rome')::date as started,
        (a."publishedAt" at time zone 'Europe/Rome')::date as answered
      from "Answer" a join "Proposal" p on p.id = a."proposalId"
      where p."importKey" is null and (a."publishedAt" is null or a."publishedAt" >= ${addDays(today, -period)}::date)
    ) as dated)`
}

const closures = Prisma.sql`(
  select json_agg(json_build_object('startsOn', c."startsOn", 'endsOn', c."endsOn", 'reason', c.reason))
  from "OfficeClosure" c where c."officeId" = o.id) as closures`

type Calendared = { patronFeast: string | null; patronName: string | null; closures: Closure[] | null }
type Row = Omit<OfficeStanding, 'medianDays'> & Calendared & { spans: [CivilDate, CivilDate][] | null }

function calendarOf({ patronFeast, patronName, closures }: Calendared): Calendar {
  return { patron: patronFeast ? { feast: patronFeast, name: patronName } : null, closures: closures ?? [] }
}

/** Offices of a territory and below it that had something to answer, by name; or one of them. */
export async function officeStandings(
  { territoryPath = '/', officeId = null }: { territoryPath?: string; officeId?: string | null },
  now: Date = new Date(),
): Promise<OfficeStanding[]> {
  const rows = await db.$queryRaw<Row[]>`
    select o.id as "officeId", o.name as "officeName", t.name as "territoryName", t.slug as "territorySlug",
      t."patronFeast", t."patronName",
      count(*) filter (where d.kind = 'inTime')::int as "inTime",
      count(*) filter (where d.kind = 'late')::int as late,
      count(*) filter (where d.kind = 'waiting')::int as waiting,
      count(*) filter (where d.kind = 'overdue')::int as overdue,
      json_agg(json_build_array(d.started, d.answered)) filter (where d.answered is not null) as spans, ${closures}
    from ${duties(now)} d join "Proposal" p on p.id = d."proposalId" join "Territory" t on t.id = p."territoryId"
    left join "Office" o on o.id = d."officeId"
    where t.path like ${`${territoryPath}%`} and (${officeId}::text is null or o.id = ${officeId})
    group by o.id, t.id order by t.name, o.name`
  return rows.map(({ patronFeast, patronName, closures, spans, ...row }) => {
    const calendar = calendarOf({ patronFeast, patronName, closures })
    const days = (spans ?? []).map(([started, answered]) => workingDaysBetween(started, answered, calendar))
    return { ...row, medianDays: median(days) }
  })
}

export type Duty = {
  answerId: string
  proposalId: string
  /** Null where moderators have hidden the proposal: it counts, and is not read */
  title: string | null
  language: string
  round: number
  kind: DutyKind
  dueOn: CivilDate
  answeredOn: CivilDate | null
  standing: Standing
  /** Working days; negative once it is late */
  daysLeft: number
}

type DutyRow = Omit<Duty, 'standing' | 'daysLeft'> & Calendared

/** An office, or a territory for what none of its offices has. */
export type Owing = { officeId: string } | { territoryId: string }

/** The answers behind the figures of one line, page by key: what is owed by its date, what was given newest first. */
export async function officeDuties(
  { kinds, ...owing }: Owing & { kinds: readonly DutyKind[] },
  cursor: string | null,
  limit = 20,
  now: Date = new Date(),
): Promise<{ duties: Duty[]; next: string | null }> {
  const key = pageKeyOf<[string, string]>(cursor, ['string', 'string'])
  const after = key && isCivilDate(key[0]) ? key : null
  const past = kinds.some((kind) => given.includes(kind))
  const on = past ? Prisma.sql`d.answered` : Prisma.sql`d."dueOn"`
  const order = past ? Prisma.sql`desc` : Prisma.sql`asc`
  const beyond = past ? Prisma.sql`<` : Prisma.sql`>`
  const whose =
    'officeId' in owing
      ? Prisma.sql`d."officeId" = ${owing.officeId}`
      : Prisma.sql`d."officeId" is null and p."territoryId" = ${owing.territoryId}`
  const rows = await db.$queryRaw<DutyRow[]>`
    select d.id as "answerId", p.id as "proposalId", case when p."hiddenAt" is null then p.title end as title, p.language, d.round, d.kind,
      to_char(d."dueOn", 'YYYY-MM-DD') as "dueOn", to_char(d.answered, 'YYYY-MM-DD') as "answeredOn",
      t."patronFeast", t."patronName", ${closures}
    from ${duties(now)} d join "Proposal" p on p.id = d."proposalId"
    left join "Office" o on o.id = d."officeId" join "Territory" t on t.id = coalesce(o."territoryId", p."territoryId")
    where ${whose} and d.kind = any(${[...kinds]})
      and (${after === null} or (${on}, d.id) ${beyond} (${after?.[0] ?? null}::date, ${after?.[1] ?? null}::text))
    order by ${on} ${order}, d.id ${order} limit ${limit + 1}`
  const shown = rows.slice(0, limit).map((row) => dutyFrom(row, now))
  const last = shown.at(-1)
  const next = rows.length > limit && last ? cursorOf([last.answeredOn ?? last.dueOn, last.answerId]) : null
  return { duties: shown, next }
}

function dutyFrom({ patronFeast, patronName, closures, ...row }: DutyRow, now: Date): Duty {
  const calendar = calendarOf({ patronFeast, patronName, closures })
  return {
    ...row,
    standing: standing(now, row.dueOn, row.answeredOn, calendar),
    daysLeft: daysLeft(now, row.dueOn, calendar),
  }
}
