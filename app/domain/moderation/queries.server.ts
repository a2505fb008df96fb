/** What waits for a moderator, what an author may appeal against, and the public register of what was hidden. */
import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import { type Actor, hasRoleSomewhere, type RoleKind } from '#app/domain/authorization'
import { cursorOf, pageKeyOf } from '#app/domain/page-key'
import { found, insist, Refusal } from '#app/domain/refusal'
import type { AppealOutcome, JudgedKind, Reason } from './forms'
import { canAppeal, canDecideAppeal, canModerate } from './policy'
import { judged, moderatorsOf, saidOf, wordsOf } from './subjects.server'

export type QueuedReport = {
  kind: JudgedKind
  id: string
  place: string
  title: string
  text: string
  language: string
  authorName: string
  territoryName: string
  reports: number
  reasons: Reason[]
  notes: string[]
  since: Date
  /** The moderator's own words: another one decides */
  own: boolean
}

const mostQueued = 100

/** Reports still open in the actor's territories, the oldest first, one line for each thing reported. */
export async function moderationQueue(actor: Actor): Promise<QueuedReport[]> {
  const { id, decides } = judgeOf(actor)
  return db.$queryRaw<QueuedReport[]>`
    with waiting as (
      select r."subjectKind", r."subjectId", count(*)::int as reports, array_agg(distinct r.reason::text) as reasons,
        array_agg(r.note) filter (where r.note <> '') as notes, min(r."createdAt") as since
      from "Report" r where r."decidedAt" is null group by r."subjectKind", r."subjectId"
    )
    select w."subjectKind" as kind, w."subjectId" as id, said.place, said.title, said.text, said.language,
      t.name as "territoryName",
      case when a."showsRealName" then coalesce(a."realName", a.pseudonym) else a.pseudonym end as "authorName",
      w.reports, w.reasons, coalesce(w.notes, '{}') as notes, w.since, a.id = ${id} as own
    from waiting w
    cross join lateral ${saidOf(Prisma.sql`w."subjectKind"`, Prisma.sql`w."subjectId"`)} said
    join "Territory" t on t.id = said."territoryId" and ${decides(authors)}
    join "Person" a on a.id = said."authorId"
    order by w.since, w."subjectId" limit ${mostQueued}`
}

export type QueuedAppeal = {
  hidingId: string
  kind: JudgedKind
  /** What it is a part of */
  place: string
  title: string
  words: string
  language: string
  reason: Reason
  note: string
  appealText: string
  appealedAt: Date
  territoryName: string
  /** Decided by this moderator: another one hears the appeal */
  own: boolean
}

export async function appealQueue(actor: Actor): Promise<QueuedAppeal[]> {
  const { id, decides } = judgeOf(actor)
  const rows = await db.$queryRaw<(Omit<QueuedAppeal, 'words'> & { text: string })[]>`
    select h.id as "hidingId", h."subjectKind" as kind, said.place, said.title, said.text, said.language, h.reason, h.note,
      h."appealText", h."appealedAt", t.name as "territoryName",
      h."moderatorId" = ${id} or said."authorId" = ${id} as own
    from "Hiding" h
    cross join lateral ${saidOf(Prisma.sql`h."subjectKind"`, Prisma.sql`h."subjectId"`)} said
    join "Territory" t on t.id = said."territoryId" and ${decides(Prisma.sql`${authors} || h."moderatorId"`)}
    where h."appealedAt" is not null and h."appealDecidedAt" is null
    order by h."appealedAt", h.id limit ${mostQueued}`
  return rows.map(({ text, ...appeal }) => ({ ...appeal, words: wordsOf(appeal.kind, { title: appeal.title, text }) }))
}

/** A hiding as its author, or a moderator of the place, sees it. */
export async function hidingPage(actor: Actor, hidingId: string) {
  const hiding = found(
    await db.hiding.findUnique({
      where: { id: hidingId },
      select: {
        id: true,
        subjectKind: true,
        subjectId: true,
        reason: true,
        note: true,
        at: true,
        moderatorId: true,
        appealText: true,
        appealedAt: true,
        appealOutcome: true,
        appealNote: true,
        appealDecidedAt: true,
      },
    }),
  )
  const { moderatorId, subjectKind, subjectId, ...shown } = hiding
  const subject = { kind: subjectKind as JudgedKind, id: subjectId }
  const about = await judged(db, subject)
  const decision = {
    moderatorId,
    appealed: hiding.appealedAt !== null,
    appealDecided: hiding.appealDecidedAt !== null,
  }
  const isAuthor = actor.kind === 'person' && about.authorIds.includes(actor.id)
  const appeals = canAppeal(actor, about, decision)
  const decides = canDecideAppeal(actor, about, decision)
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  const moderates = decides === true || decides.startsWith('moderation.')
  insist(isAuthor || moderates || 'not-found')
  return {
    ...shown,
    kind: subject.kind,
    subjectId,
    place: about.place,
    about: about.title,
    words: wordsOf(subject.kind, about),
    language: about.language,
    isAuthor,
    can: { appeal: appeals, decide: decides },
  }
}

/** What somebody is about to report, or to hide. */
export async function judgedPage(actor: Actor, subject: { kind: JudgedKind; id: string }) {
  const about = await judged(db, subject)
  found((about.visible && !about.hidden) || null)
  const { place, language } = about
  return { place, language, words: wordsOf(subject.kind, about), can: { moderate: canModerate(actor, about) } }
}

export type RegisterLine = {
  id: string
  at: Date
  kind: JudgedKind
  reason: Reason
  territoryName: string | null
  appealed: boolean
  appealOutcome: AppealOutcome | null
}

const registerPageSize = 50

/** Public: what was hidden, where and why, and what an appeal changed. No words, no people. */
export async function moderationRegister(after?: string) {
  const key = pageKeyOf<[number, string]>(after, ['number', 'string'])
  const before = key ? new Date(Math.min(Math.max(key[0], 0), 4_000_000_000_000)) : null
  const rows = await db.$queryRaw<RegisterLine[]>`
    select h.id, h.at, h."subjectKind" as kind, h.reason, t.name as "territoryName", h."appealedAt" is not null as appealed, h."appealOutcome"
    from "Hiding" h left join "Territory" t on t.id = h."territoryId"
    where ${before}::timestamptz is null or (h.at, h.id) < (${before}::timestamptz, ${key?.[1] ?? ''})
    order by h.at desc, h.id desc limit ${registerPageSize + 1}`
  const lines = rows.slice(0, registerPageSize)
  const last = lines.at(-1)
  return {
    lines,
    counts: await registerCounts(),
    next: rows.length > registerPageSize && last ? cursorOf([last.at.getTime(), last.id]) : null,
  }
}

export type RegisterCount = { reason: Reason; hidden: number; appeals: number; overturned: number }

async function registerCounts(): Promise<RegisterCount[]> {
  return db.$queryRaw<RegisterCount[]>`
    select reason, count(*)::int as hidden, count("appealedAt")::int as appeals,
      (count(*) filter (where "appealOutcome" = 'overturned'))::int as overturned
    from "Hiding" group by reason order by hidden desc, reason`
}

/** Of words as they were said. */
const authors = Prisma.sql`(said."authorId" || coalesce(said."coAuthorIds", '{}'))`

/** Moderators decide in their territories; administrators in theirs, where every moderator is one of those who may not. */
function judgeOf(actor: Actor) {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  insist(hasRoleSomewhere(actor, 'moderator') || hasRoleSomewhere(actor, 'administrator') || 'forbidden')
  const where = (role: RoleKind) =>
    actor.roles.filter(({ kind }) => kind === role).map(({ territoryPath }) => `${territoryPath}%`)
  const decides = (mayNot: Prisma.Sql) => Prisma.sql`(t.path like any(${where('moderator')})
    or (t.path like any(${where('administrator')}) and ${moderatorsOf(Prisma.sql`t.path`)} <@ (${mayNot})))`
  return { id: actor.id, decides }
}
