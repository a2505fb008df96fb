/** A discussion, read: thirty comments at a time with the first replies of each, by time or by weight. */
import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import { read } from '#app/db/read.server'
import { associationsToActFor } from '#app/domain/associations/policy'
import type { Actor } from '#app/domain/authorization'
import { cursorOf, pageKeyOf } from '#app/domain/page-key'
import { found } from '#app/domain/refusal'
import type { CommentSeen } from './comment-seen'
import type { ThreadSort } from './stances'
import { discussed, type Subject } from './subjects.server'

export type Thread = { comments: (CommentSeen & { replies: CommentSeen[] })[]; next: string | null }

export const pageSize = 30
export const firstReplies = 3

type Row = Whole<CommentSeen> & { milliseconds: bigint }
/** As the statements give it: also what is not so, as false, and what is not there, as null */
type Whole<T> = { [Key in keyof T]-?: undefined extends T[Key] ? Given<NonNullable<T[Key]>> : T[Key] }
type Given<T> = T extends true ? boolean : T | null
type Asked = { subjectKind: Subject['kind']; subjectId: string; sort?: ThreadSort; cursor?: string }

/** Two statements, each walking an index: the cost is that of a page, not of the thread. */
export async function threadPage(
  actor: Actor,
  { subjectKind, subjectId, sort = 'time', cursor }: Asked,
): Promise<Thread> {
  const { narrowing, order } = sort === 'weight' ? byWeight(cursor) : byTime(cursor)
  const rows = await read<Row>(Prisma.sql`
    with roots as materialized (
      select c.* from "Comment" c
      where c."subjectKind" = ${subjectKind} and c."subjectId" = ${subjectId} and c."parentId" is null ${narrowing}
      order by ${order} limit ${pageSize + 1}
    )
    select ${seenBy(actor)} from roots c ${withAuthor} order by ${order}`)
  const comments = rows.slice(0, pageSize)
  const last = comments.at(-1)
  const replies = await repliesOf(actor, comments)
  return {
    comments: comments.map((row) => ({ ...shown(row), replies: replies.get(row.id) ?? [] })),
    next: rows.length > pageSize && last ? nextAfter(last, sort) : null,
  }
}

/** One comment with its replies from the oldest on, a page by key. */
export async function repliesPage(actor: Actor, commentId: string, cursor?: string) {
  const [root] = await db.$queryRaw<(Row & { subjectKind: Subject['kind']; subjectId: string })[]>`
    select ${seenBy(actor)}, c."subjectKind", c."subjectId" from "Comment" c ${withAuthor} where c.id = ${commentId} and c."parentId" is null`
  const { subjectKind, subjectId, ...comment } = found(root)
  const about = await discussed(db, { kind: subjectKind, id: subjectId })
  found(about.visible || null)
  const key = pageKeyOf<[number, string]>(cursor, ['number', 'string'])
  const after = key ? Prisma.sql`and (c."createdAt", c.id) > (${dated(key[0])}, ${key[1]})` : Prisma.empty
  const rows = await db.$queryRaw<Row[]>`
    select ${seenBy(actor)} from "Comment" c ${withAuthor}
    where c."parentId" = ${commentId} ${after} order by c."createdAt", c.id limit ${pageSize + 1}`
  const replies = rows.slice(0, pageSize)
  const last = replies.at(-1)
  return {
    subject: { kind: subjectKind, id: subjectId },
    open: about.open,
    comment: shown(comment),
    replies: replies.map(shown),
    next: rows.length > pageSize && last ? nextAfter(last, 'time') : null,
  }
}

/** How many comments came after the journal's entry with this number: for "3 new comments". */
export async function commentsSince({ kind, id }: Subject, number: number): Promise<{ count: number; number: number }> {
  const rows = await db.$queryRaw<{ count: bigint; number: number | null }[]>`
    select count(*) filter (where what = 'comment.written') as count, max(number) as number from (
      select what, number from "Entry"
      where "subjectKind" = ${kind} and "subjectId" = ${id} and number > ${Math.max(0, Math.min(number, 2_000_000_000))}
      order by number limit 1000
    ) as later`
  return { count: Number(rows[0]?.count ?? 0), number: rows[0]?.number ?? number }
}

/** What a comment said before, oldest first: for everybody, unless its words are gone. */
export async function commentHistory(actor: Actor, commentId: string) {
  const [row] = await db.$queryRaw<(Row & { subjectKind: Subject['kind']; subjectId: string })[]>`
    select ${seenBy(actor)}, c."subjectKind", c."subjectId" from "Comment" c ${withAuthor} where c.id = ${commentId}`
  const { subjectKind, subjectId, ...comment } = found(row)
  const about = await discussed(db, { kind: subjectKind, id: subjectId })
  found((about.visible && !comment.withdrawn && comment.hidden === null) || null)
  const edits = await db.commentEdit.findMany({
    where: { commentId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: 100,
    select: { text: true, at: true },
  })
  return { subject: { kind: subjectKind, id: subjectId }, open: about.open, comment: shown(comment), edits }
}

/** The first replies of each comment on the page, in one statement. */
async function repliesOf(actor: Actor, comments: readonly Row[]): Promise<Map<string, CommentSeen[]>> {
  const parents = comments.filter(({ replyCount }) => replyCount > 0).map(({ id }) => id)
  const replies = new Map<string, CommentSeen[]>()
  if (parents.length === 0) return replies
  const rows = await read<Row>(Prisma.sql`
    select ${seenBy(actor)} from unnest(${parents}::text[]) as parent (id)
    cross join lateral (
      select r.* from "Comment" r where r."parentId" = parent.id order by r."createdAt", r.id limit ${firstReplies}
    ) c ${withAuthor} order by c."createdAt", c.id`)
  for (const row of rows) {
    const parent = row.parentId ?? ''
    replies.set(parent, [...(replies.get(parent) ?? []), shown(row)])
  }
  return replies
}

const withAuthor = Prisma.sql`
  join "Person" p on p.id = c."authorId" left join "Association" a on a.id = c."associationId"
  left join lateral (
    select h.id, h.reason, h."appealedAt" from "Hiding" h
    where c."hiddenAt" is not null and h."subjectKind" = 'comment' and h."subjectId" = c.id order by h.at desc limit 1
  ) h on true
  left join "Proposal" about on c."subjectKind" = 'proposal' and about.id = c."subjectId"
  left join lateral (
    select o.name from "OfficeMember" s join "Office" o on o.id = s."officeId"
    left join "Answer" w on w."proposalId" = about.id and w."officeId" = o.id
    where c."associationId" is null and s."personId" = c."authorId" and o."territoryId" = about."territoryId"
      and s."startsOn" <= c."createdAt"::date and (s."endsOn" is null or s."endsOn" >= c."createdAt"::date)
    order by w.id is null, o.name limit 1
  ) office on true`

/** Speaking for oneself, an author of the proposal; speaking for an association, the one that proposes. */
const proposes = Prisma.sql`
  case when c."associationId" is not null then c."associationId" is not distinct from about."associationId"
    else about."authorId" = c."authorId" or exists (
      select from "CoAuthor" k
      where k."proposalId" = about.id and k."personId" = c."authorId" and k."acceptedAt" is not null and k."endedAt" is null)
  end`

function seenBy(actor: Actor) {
  const me = actor.kind === 'person' ? actor.id : null
  const acting = associationsToActFor(actor).map(({ id }) => id)
  return Prisma.sql`c.id, c."parentId",
    case when p."showsRealName" then coalesce(p."realName", p.pseudonym) else p.pseudonym end as "authorName",
    a.name as "associationName", coalesce(${proposes}, false) as proposes, office.name as "officeName", c.stance, c.language,
    case when c."withdrawnAt" is not null or (c."hiddenAt" is not null and c."authorId" is distinct from ${me}) then '' else c.text end as text,
    c.weight, c."replyCount", c."createdAt", c."editedAt", c."withdrawnAt" is not null as withdrawn,
    case when c."hiddenAt" is not null then coalesce(h.reason::text, 'offTopic') end as hidden,
    coalesce(c."authorId" = ${me}, false) and (c."associationId" is null or c."associationId" = any(${acting})) as mine,
    exists (select from "CommentMark" m where m."commentId" = c.id and m."personId" = ${me}) as marked,
    case when c."authorId" = ${me} then h.id end as "hidingId",
    coalesce(c."authorId" = ${me} and h."appealedAt" is not null, false) as appealed,
    (extract(epoch from c."createdAt") * 1000)::bigint as milliseconds`
}

function byTime(cursor: string | undefined) {
  const key = pageKeyOf<[number, string]>(cursor, ['number', 'string'])
  return {
    narrowing: key ? Prisma.sql`and (c."createdAt", c.id) < (${dated(key[0])}, ${key[1]})` : Prisma.empty,
    order: Prisma.sql`c."createdAt" desc, c.id desc`,
  }
}

function byWeight(cursor: string | undefined) {
  const key = pageKeyOf<[number, number, string]>(cursor, ['number', 'number', 'string'])
  return {
    narrowing: key
      ? Prisma.sql`and (c.weight, c."createdAt", c.id) < (${bounded(key[0])}::int, ${dated(key[1])}, ${key[2]})`
      : Prisma.empty,
    order: Prisma.sql`c.weight desc, c."createdAt" desc, c.id desc`,
  }
}

function nextAfter({ weight, milliseconds, id }: Row, sort: ThreadSort) {
  const time = Number(milliseconds)
  return cursorOf(sort === 'weight' ? [weight, time, id] : [time, id])
}

function shown({ milliseconds: _, ...comment }: Row): CommentSeen {
  const facts = Object.entries(comment).filter(([, fact]) => fact !== null && fact !== false)
  return Object.fromEntries(facts) as CommentSeen
}

/** Keys from an address stay within what the columns hold. */
function dated(time: number) {
  return new Date(Math.min(Math.max(time, 0), 4_000_000_000_000))
}

function bounded(weight: number) {
  return Math.min(Math.max(weight, -2_000_000_000), 2_000_000_000)
}
