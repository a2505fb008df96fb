/** The job that tells people of an entry: a line under the bell, and a letter as each has chosen. Running it again tells nobody twice. */
import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import { batchesOf } from '#app/domain/batches'
import { transaction } from '#app/domain/journal/transaction.server'
import { languages } from '#app/domain/languages'
import { membersOf, type ToldEntry } from './circles.server'
import { writeNews } from './letters.server'
import { type Happening, placeOf } from './places'
import { letterFor, type MailChoice } from './preferences'
import { reasonOf } from './reasons.server'
import { type Audience, audienceOf, type Family } from './recipients'
import { subjectOf } from './subjects.server'

const batch = 200

export async function tell(entryId: string): Promise<{ told: number }> {
  const entry = await entryOf(BigInt(entryId))
  const audience = entry && audienceOf(entry.what)
  if (!entry || !audience) return { told: 0 }
  const act = await membersOf(audience.act, entry)
  const hear = await membersOf(audience.hear, entry)
  const all = [...new Set([...act, ...hear])].filter((id) => audience.ownToo || id !== entry.actorId).sort()
  const happening = await happeningOf(entry)
  let told = 0
  for (const some of batchesOf(all, batch)) told += await tellSome(entry, audience, happening, some, act)
  return { told }
}

async function entryOf(id: bigint): Promise<ToldEntry | null> {
  return db.entry.findUnique({
    where: { id },
    select: {
      id: true,
      what: true,
      actorId: true,
      subjectKind: true,
      subjectId: true,
      territoryId: true,
      details: true,
      at: true,
    },
  })
}

/** What happened, with the title of the thing it happened to in each language, and the reason for it. */
type Named = Happening & { titles: Map<string, string>; reason: string | null }

async function happeningOf(entry: ToldEntry): Promise<Named> {
  const { what, subjectKind, subjectId, details } = entry
  const subject = {
    kind: Prisma.sql`${subjectKind}`,
    id: Prisma.sql`${subjectId}`,
    reading: Prisma.sql`r.reading`,
    what: Prisma.sql`${what}`,
  }
  const rows = await db.$queryRaw<{ reading: string; title: string | null; slug: string | null }[]>`
    select r.reading, about.title, about.slug from unnest(${languages}::text[]) as r (reading)
    join lateral ${subjectOf(subject)} about on true`
  const titles = new Map(rows.map(({ reading, title }) => [reading, title ?? '']))
  return { what, subjectKind, subjectId, details, slug: rows[0]?.slug ?? null, titles, reason: await reasonOf(entry) }
}

export type Reader = { id: string; email: string | null; language: string; mail: MailChoice | null }

async function tellSome(entry: ToldEntry, audience: Audience, happening: Named, personIds: string[], act: Set<string>) {
  return transaction(async (tx) => {
    const readers = await readersOf(personIds, audience.family)
    const plans = readers.map((reader) => ({
      reader,
      mustAct: act.has(reader.id),
      mail: planFor(reader, audience, act),
    }))
    const { count } = await tx.notification.createMany({
      data: plans.map(({ reader, mustAct, mail }) => ({
        personId: reader.id,
        entryId: entry.id,
        what: entry.what,
        subjectKind: entry.subjectKind,
        subjectId: entry.subjectId,
        toDo: mustAct,
        digest: mail === 'daily',
        createdAt: entry.at,
      })),
      skipDuplicates: true,
    })
    for (const { reader, mustAct, mail } of plans)
      if (mail === 'now' && reader.email)
        await writeNews(
          tx,
          { ...reader, email: reader.email },
          {
            ...happening,
            title: happening.titles.get(reader.language) ?? '',
            entryId: String(entry.id),
            mustAct,
            place: placeOf(happening),
          },
        )
    if (count > 0)
      await tx.$executeRaw`
        select pg_notify('agora', json_build_object('kind', 'person', 'id', id, 'number', 0)::text)
        from unnest(${readers.map(({ id }) => id)}::text[]) as id`
    return count
  })
}

function planFor({ id, mail, email }: Reader, { family, letter }: Audience, act: Set<string>): MailChoice {
  if (!email || !letter) return 'never'
  return letterFor(mail ?? undefined, family, act.has(id))
}

/** People who are still here, with a confirmed address if any, and their choice for this family. */
async function readersOf(personIds: string[], family: Family): Promise<Reader[]> {
  return db.$queryRaw<Reader[]>`
    select p.id, case when p."emailConfirmedAt" is not null then p.email end as email, p.language, n.mail::text as mail
    from "Person" p left join "NotificationPreference" n on n."personId" = p.id and n.kind = ${family}
    where p.id = any(${personIds}) and p."erasedAt" is null
    order by p.id`
}
