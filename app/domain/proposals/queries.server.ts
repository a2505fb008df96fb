/** Proposals as lists: filtered, sorted, a page by key; and what stands in a feed. */
import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import { read } from '#app/db/read.server'
import { cursorOf, pageKeyOf } from '#app/domain/page-key'
import type { Stage } from './lifecycle'
import { type Due, type Sort, usualSort } from './listing'

export type ProposalCard = {
  id: string
  title: string
  excerpt: string
  language: string
  topic: string | null
  stage: Stage
  territoryName: string
  territorySlug: string
  authorName: string
  associationId: string | null
  associationName: string | null
  publishedAt: Date
  updatedAt: Date
  supports: number
  threshold: number | null
  commentCount: number
  dueOn: Date | null
}

export type Filters = {
  /** Words that stand in title, points or text, in any of the languages */
  q?: string
  /** A territory with everything below it; all of them when absent */
  territoryPath?: string
  topic?: string
  stage?: Stage
  due?: Due
  associationId?: string
  sort?: Sort
  after?: string
}

const pageSize = 20
const soonDays = 14

/** `match` says how well the words that were asked for are met, in millionths */
type Found = ProposalCard & { match: number }

/** Costs one statement, whatever it finds. */
export async function proposalList(
  filters: Filters,
  limit = pageSize,
  now: Date = new Date(),
): Promise<{ cards: ProposalCard[]; next: string | null }> {
  const { key } = inOrder(filters)
  const rows = await read<Found>(listed(filters, limit + 1, now))
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    cards: shown.map(({ match: _, ...card }) => card),
    next: rows.length > limit && last ? cursorOf(key(last)) : null,
  }
}

/** The statement itself, for its plan to be looked at. */
export function listed(filters: Filters, limit: number, now: Date): Prisma.Sql {
  const { narrowing, order } = inOrder(filters)
  const found = Prisma.sql`${proposalsWith(filters.q)} p join "Territory" t on t.id = p."territoryId" where ${matching(filters, now)}`
  const page = isByMatch(filters)
    ? Prisma.sql`
      select * from (
        select p.id, p."publishedAt", (1000000 * ts_rank(p.words, (select stems_asked(${filters.q}))))::int as match
        from (select p.* from ${found} order by p."publishedAt" desc, p.id desc limit ${mostCounted}) p
      ) p where true ${narrowing}`
    : Prisma.sql`select p.id, 0 as match from ${found} ${narrowing}`
  return Prisma.sql`
    with page as (${page} order by ${order} limit ${limit})
    select p.id, p.title, p.excerpt, p.language, p.topic, p.stage, t.name as "territoryName", t.slug as "territorySlug",
      case when a."showsRealName" then coalesce(a."realName", a.pseudonym) else a.pseudonym end as "authorName",
      s.id as "associationId", s.name as "associationName", p."publishedAt", p."updatedAt",
      p."supportCount" + p."importedSupportCount" as supports, p.threshold, p."commentCount", p."dueOn", page.match
    from page join "Proposal" p on p.id = page.id
    join "Territory" t on t.id = p."territoryId"
    join "Person" a on a.id = p."authorId"
    left join "Association" s on s.id = p."associationId"
    order by ${order}`
}

const mostCounted = 1_000

/** How many a list holds, counted up to a thousand: beyond it the exact number helps nobody. */
export async function proposalCount(
  filters: Filters,
  now: Date = new Date(),
): Promise<{ count: number; more: boolean }> {
  const rows = await read<{ n: bigint }>(Prisma.sql`
    select count(*) as n from (
      select 1 from ${proposalsWith(filters.q)} p join "Territory" t on t.id = p."territoryId"
      where ${matching(filters, now)} limit ${mostCounted + 1}
    ) as found`)
  const n = Number(rows[0]?.n ?? 0)
  return { count: Math.min(n, mostCounted), more: n > mostCounted }
}

/** The territory that a list's address names. */
export async function placeBySlug(slug: string) {
  return db.territory.findUnique({ where: { slug }, select: { id: true, name: true, path: true, slug: true } })
}

/** The verified association that a list's address names. */
export async function associationById(id: string) {
  return db.association.findFirst({ where: { id, verification: 'verified' }, select: { id: true, name: true } })
}

/** Where a proposal can be made, as the choices of a form. */
export async function placesToPropose() {
  return db.territory.findMany({
    orderBy: [{ kind: 'asc' }, { name: 'asc' }],
    select: { id: true, name: true, kind: true },
  })
}

type PlaceToLook = { id: string; name: string; kind: string }

/** Where a list can look, by the words that its address has for them: what has proposals, what is above it, and what is chosen. */
export async function placesToLook(chosen: string | undefined): Promise<PlaceToLook[]> {
  return read<PlaceToLook>(Prisma.sql`
    with used as (
      select q.path from "Territory" q where q.slug = ${chosen ?? null} or exists (
        select from "Proposal" p where p."territoryId" = q.id and p."publishedAt" is not null and p."hiddenAt" is null))
    select t.slug as id, t.name, t.kind::text from "Territory" t
    where exists (select from used where starts_with(used.path, t.path)) order by t.kind, t.name`)
}

/**
 * Words are looked up apart, as something that the planner does not know: otherwise it may walk through the newest and
 * unpack the words of each, which it holds for cheap.
 */
const proposalsWith = (words: string | undefined) =>
  words
    ? Prisma.sql`(select * from "Proposal" where words @@ (select stems_asked(${words})) offset 0)`
    : Prisma.sql`"Proposal"`

/** Only what everybody may see: published, not hidden; withdrawn ones when they are asked for. */
function matching({ territoryPath, topic, stage, due, associationId }: Filters, now: Date) {
  const today = new Date(now.toISOString().slice(0, 10))
  const soon = new Date(today.getTime() + soonDays * 86_400_000)
  const conditions = [
    Prisma.sql`p."publishedAt" is not null and p."hiddenAt" is null`,
    stage ? Prisma.sql`p.stage = ${stage}::"Stage"` : Prisma.sql`p.stage <> 'withdrawn'`,
  ]
  if (territoryPath && territoryPath !== '/') conditions.push(Prisma.sql`t.path like ${`${territoryPath}%`}`)
  if (topic) conditions.push(Prisma.sql`p.topic = ${topic}`)
  if (associationId) conditions.push(Prisma.sql`p."associationId" = ${associationId}`)
  if (due === 'late') conditions.push(Prisma.sql`p."dueOn" < ${today}`)
  if (due === 'soon') conditions.push(Prisma.sql`p."dueOn" between ${today} and ${soon}`)
  if (due === 'waiting') conditions.push(Prisma.sql`p."dueOn" >= ${today}`)
  return Prisma.join(conditions, ' and ')
}

type Order = { narrowing: Prisma.Sql; order: Prisma.Sql; key: (card: Found) => readonly (string | number)[] }

/** Without a wish, what meets the words best where there are some, and the newest otherwise. */
function inOrder({ q, sort = usualSort(q), after }: Filters): Order {
  if (isByMatch({ q, sort })) return inOrderOfMatch(after)
  const place = pageKeyOf<[number, string]>(after, ['number', 'string'])
  switch (sort) {
    case 'supported':
      return {
        narrowing: place
          ? Prisma.sql`and (p."supportCount" + p."importedSupportCount", p.id) < (${counted(place[0])}::int, ${place[1]})`
          : Prisma.empty,
        order: Prisma.sql`p."supportCount" + p."importedSupportCount" desc, p.id desc`,
        key: ({ supports, id }) => [supports, id],
      }
    case 'due':
      return {
        narrowing: Prisma.sql`and p."dueOn" is not null ${place ? Prisma.sql`and (p."dueOn", p.id) > (${dated(place[0])}::date, ${place[1]})` : Prisma.empty}`,
        order: Prisma.sql`p."dueOn", p.id`,
        key: ({ dueOn, id }) => [dueOn?.getTime() ?? 0, id],
      }
    default:
      return {
        narrowing: place ? Prisma.sql`and (p."publishedAt", p.id) < (${dated(place[0])}, ${place[1]})` : Prisma.empty,
        order: Prisma.sql`p."publishedAt" desc, p.id desc`,
        key: ({ publishedAt, id }) => [publishedAt.getTime(), id],
      }
  }
}

/** Title before points, points before text, words that stand often before those that stand once; then the newest first. */
function inOrderOfMatch(after: string | undefined): Order {
  const place = pageKeyOf<[number, number, string]>(after, ['number', 'number', 'string'])
  return {
    narrowing: place
      ? Prisma.sql`and (match, p."publishedAt", p.id) < (${counted(place[0])}::int, ${dated(place[1])}, ${place[2]})`
      : Prisma.empty,
    order: Prisma.sql`match desc, p."publishedAt" desc, p.id desc`,
    key: ({ match, publishedAt, id }) => [match, publishedAt.getTime(), id],
  }
}

/** What meets words best is sought among the thousand newest that hold them: to weigh each of many costs too much. */
function isByMatch({ q, sort = usualSort(q) }: Filters): boolean {
  return sort === 'match' && q !== undefined
}

/** No number of an address goes beyond those of the database. */
function counted(number: number) {
  return Math.min(Math.max(number, 0), 2_000_000_000)
}

/** A key from an address may name a year that no calendar knows. */
function dated(time: number) {
  return new Date(Math.min(Math.max(time, 0), 4_000_000_000_000))
}
