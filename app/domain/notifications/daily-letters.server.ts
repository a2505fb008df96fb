/** The daily letter: what waited for it since the last one, together, once a day in the morning. */
import { db } from '#app/db/client.server'
import { transaction } from '#app/domain/journal/transaction.server'
import { type DayLine, writeDay } from './letters.server'
import { placeOf } from './places'

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

type Line = Omit<DayLine, 'place'> & { subjectKind: string; subjectId: string; details: unknown; slug: string | null }

async function writeOne({ email, ...person }: Person, day: string): Promise<number> {
  return transaction(async (tx) => {
    const lines = await tx.$queryRaw<Line[]>`
      with taken as (
        update "Notification" set digest = false where "personId" = ${person.id} and digest
        returning "entryId", what, "subjectKind", "subjectId", "readAt"
      )
      select k.what, k."subjectKind", k."subjectId", e.details, t.slug,
        coalesce(p.title, v.question, o.title, l.title, a.name, t.name, '') as title
      from taken k join "Entry" e on e.id = k."entryId"
      left join "Proposal" p on k."subjectKind" = 'proposal' and p.id = k."subjectId"
      left join "Poll" v on k."subjectKind" = 'poll' and v.id = k."subjectId"
      left join "Conversation" o on k."subjectKind" = 'opinions' and o.id = k."subjectId"
      left join "Panel" l on k."subjectKind" = 'panel' and l.id = k."subjectId"
      left join "Association" a on k."subjectKind" = 'association' and a.id = k."subjectId"
      left join "Territory" t on k."subjectKind" = 'territory' and t.id = k."subjectId"
      where k."readAt" is null
      order by e.id desc`
    if (!email || lines.length === 0) return 0
    const shown = lines.slice(0, longest).map((line) => ({ what: line.what, title: line.title, place: placeOf(line) }))
    await writeDay(tx, { ...person, email }, day, shown, lines.length - shown.length)
    return 1
  })
}
