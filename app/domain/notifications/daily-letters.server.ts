/** The daily letter: what waited for it since the last one, together, once a day in the morning. */
import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import { transaction } from '#app/domain/journal/transaction.server'
import { type DayLine, writeDay } from './letters.server'
import { placeOf } from './places'
import { sayingOf } from './sayings'
import { subjectOf } from './subjects.server'

const batch = 100
const longest = 40
/** Nobody is woken: not before this hour in Italy. */
const firstHour = 7

const hourInRome = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Rome', hour: '2-digit', hourCycle: 'h23' })
const dayInRome = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' })

/** Safe to run at any time: a person has one letter a day, and what is in it waits no more. */
export async function writeDailyLetters(now: Date = new Date()): Promise<{ written: number }> {
  if (Number(hourInRome.format(now)) < firstHour) return { written: 0 }
  const day = dayInRome.format(now)
  let written = 0
  let after = ''
  for (;;) {
    const people = await waiting(after, day)
    for (const person of people) written += await writeOne(person, day)
    const last = people.at(-1)
    if (!last || people.length < batch) return { written }
    after = last.id
  }
}

type Person = { id: string; email: string | null; language: string }

/** Whoever had today's letter already waits for tomorrow's. */
function waiting(after: string, day: string): Promise<Person[]> {
  return db.$queryRaw<Person[]>`
    select p.id, case when p."emailConfirmedAt" is not null and p."erasedAt" is null then p.email end as email, p.language
    from "Person" p
    where p.id > ${after} and exists (select 1 from "Notification" n where n."personId" = p.id and n.digest)
      and not exists (select 1 from "Letter" l where l.key = 'day:' || ${day} || ':' || p.id)
    order by p.id limit ${batch}`
}

type Line = {
  what: string
  title: string
  subjectKind: string
  subjectId: string
  details: unknown
  slug: string | null
}

async function writeOne({ email, ...person }: Person, day: string): Promise<number> {
  const reading = Prisma.sql`${person.language}`
  const subject = {
    kind: Prisma.sql`k."subjectKind"`,
    id: Prisma.sql`k."subjectId"`,
    reading,
    what: Prisma.sql`k.what`,
  }
  return transaction(async (tx) => {
    const lines = await tx.$queryRaw<Line[]>`
      with taken as (
        update "Notification" set digest = false where "personId" = ${person.id} and digest
        returning "entryId", what, "subjectKind", "subjectId", "readAt"
      )
      select k.what, k."subjectKind", k."subjectId", e.details, about.slug, coalesce(about.title, '') as title
      from taken k join "Entry" e on e.id = k."entryId"
      left join lateral ${subjectOf(subject)} about on true
      where k."readAt" is null
      order by e.id desc`
    if (!email || lines.length === 0) return 0
    const told = gathered(lines)
    const shown = told.slice(0, longest)
    await writeDay(tx, { ...person, email }, day, { shown, news: lines.length, more: told.length - shown.length })
    return 1
  })
}

/** The same thing that happened several times in one place is one line with a number. */
function gathered(lines: Line[]): DayLine[] {
  const told = new Map<string, DayLine>()
  for (const line of lines) {
    const { what, title, details } = line
    const place = placeOf(line)
    const key = `${what} ${place}`
    const newer = told.get(key)
    // The newest comes first: what it says holds
    told.set(
      key,
      newer ? { ...newer, times: newer.times + 1 } : { saying: sayingOf(what, details), title, place, times: 1 },
    )
  }
  return [...told.values()]
}
