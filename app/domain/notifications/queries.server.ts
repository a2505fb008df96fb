/** What a person's bell shows: how many are unread, the list, newest first; whether one follows; how one wants letters. */
import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import type { Actor } from '#app/domain/authorization'
import { cursorOf, pageKeyOf } from '#app/domain/page-key'
import { Refusal } from '#app/domain/refusal'
import type { Followed } from './commands.server'
import { isOpen } from './open-tasks.server'
import { placeOf } from './places'
import { isFamily, type MailChoice, usualChoice } from './preferences'
import { reasonInNotice } from './reasons.server'
import { type Family, families } from './recipients'
import { type Saying, sayingOf } from './sayings'
import { subjectOf } from './subjects.server'

/** Counted up to a hundred: beyond that the bell says "99+". */
export async function unreadCount(personId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ n: bigint }[]>`
    select count(*) as n from (
      select 1 from "Notification" where "personId" = ${personId} and "readAt" is null limit 100
    ) as unread`
  return Number(row?.n ?? 0)
}

export type Told = {
  id: string
  saying: Saying
  title: string
  language: string | null
  place: string
  /** What the person must do is still to do, or was done, by whomever */
  task: 'open' | 'finished' | null
  /** An officer's words, for those whom the decision concerns */
  reason: string | null
  createdAt: Date
  read: boolean
}

type Row = Omit<Told, 'place' | 'read' | 'saying' | 'task'> & {
  what: string
  toDo: boolean
  open: boolean
  readAt: Date | null
  entryId: bigint
  subjectKind: string
  subjectId: string
  details: unknown
  slug: string | null
}

export async function notificationList(actor: Actor, cursor: string | null, limit = 30) {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  const key = pageKeyOf<[string]>(cursor, ['string'])
  const before = key && /^\d{1,18}$/.test(key[0]) ? BigInt(key[0]) : null
  const reading = Prisma.sql`${actor.language}`
  const subject = {
    kind: Prisma.sql`n."subjectKind"`,
    id: Prisma.sql`n."subjectId"`,
    reading,
    what: Prisma.sql`n.what`,
  }
  const rows = await db.$queryRaw<Row[]>`
    select n.id, n."entryId", n.what, n."subjectKind", n."subjectId", n."toDo", ${isOpen} as open, n."createdAt", n."readAt", e.details,
      ${reasonInNotice} as reason, about.slug, about.language, coalesce(about.title, '') as title
    from "Notification" n join "Entry" e on e.id = n."entryId"
    left join lateral ${subjectOf(subject)} about on true
    where n."personId" = ${actor.id} and (${before}::bigint is null or n."entryId" < ${before})
    order by n."entryId" desc limit ${limit + 1}`
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    notifications: shown.map(toldFrom),
    next: rows.length > limit && last ? cursorOf([String(last.entryId)]) : null,
  }
}

function toldFrom({ readAt, what, toDo, open, subjectKind, subjectId, details, slug, ...row }: Row): Told {
  const { id, title, language, reason, createdAt } = row
  const place = placeOf({ what, subjectKind, subjectId, details, slug })
  const task = toDo ? (open ? 'open' : 'finished') : null
  return { id, title, language, reason, createdAt, saying: sayingOf(what, details), place, task, read: readAt !== null }
}

/** The line's address, when it is this person's: opening it marks it as read. */
export async function placeOfNotification(actor: Actor, id: string): Promise<string | null> {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  const [row] = await db.$queryRaw<Row[]>`
    select n.what, n."subjectKind", n."subjectId", e.details, t.slug from "Notification" n join "Entry" e on e.id = n."entryId"
    left join "Territory" t on n."subjectKind" = 'territory' and t.id = n."subjectId"
    where n.id = ${id} and n."personId" = ${actor.id}`
  return row ? placeOf(row) : null
}

export async function isFollowing(actor: Actor, { subjectKind, subjectId }: Followed): Promise<boolean> {
  if (actor.kind === 'visitor') return false
  const one = await db.follow.findUnique({
    where: { personId_subjectKind_subjectId: { personId: actor.id, subjectKind, subjectId } },
    select: { at: true },
  })
  return one !== null
}

export async function preferencesOf(actor: Actor): Promise<Record<Family, MailChoice>> {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  const rows = await db.notificationPreference.findMany({
    where: { personId: actor.id },
    select: { kind: true, mail: true },
  })
  const chosen = Object.fromEntries(rows.filter(({ kind }) => isFamily(kind)).map(({ kind, mail }) => [kind, mail]))
  return Object.fromEntries(families.map((family) => [family, chosen[family] ?? usualChoice[family]])) as Record<
    Family,
    MailChoice
  >
}
