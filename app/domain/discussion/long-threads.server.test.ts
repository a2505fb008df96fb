import '#tests/world/database'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { visitor } from '#app/domain/authorization'
import { actor } from '#tests/world/people'
import { openProposal } from '#tests/world/proposals'
import { statementsOf } from '#tests/world/statements'
import { pageSize, threadPage } from './queries.server'
import type { ThreadSort } from './stances'

const threads = { short: '', long: '' }
const longest = 100_000

beforeAll(async () => {
  const { id: authorId } = await actor('carmela')
  threads.short = (await openProposal()).id
  threads.long = (await openProposal()).id
  await fill(threads.short, 100, authorId)
  await fill(threads.long, longest, authorId)
  await db.$executeRaw`analyze "Comment"`
}, 300_000)

/** Every tenth comment has a reply; most weigh nothing, as in life. */
async function fill(subjectId: string, howMany: number, authorId: string) {
  await db.$executeRaw`
    insert into "Comment" (id, "subjectKind", "subjectId", "authorId", stance, language, text, weight, "replyCount", "createdAt")
    select ${subjectId} || n, 'proposal', ${subjectId}, ${authorId}, 'neutral', 'it', 'Commento ' || n, case when n % 50 = 0 then n % 7 else 0 end,
      case when n % 10 = 0 then 1 else 0 end, timestamptz '2026-01-01' + n * interval '1 minute'
    from generate_series(1, ${howMany}::int) n`
  await db.$executeRaw`
    insert into "Comment" (id, "subjectKind", "subjectId", "parentId", "authorId", stance, language, text, "createdAt")
    select ${subjectId} || 'r' || n, 'proposal', ${subjectId}, ${subjectId} || n, ${authorId}, 'neutral', 'it', 'Risposta ' || n, timestamptz '2026-06-01'
    from generate_series(10, ${howMany}::int, 10) n`
}

const ask = (subjectId: string, sort: ThreadSort, cursor?: string) =>
  threadPage(visitor, { subjectKind: 'proposal', subjectId, sort, cursor })

/** Rows and pages that PostgreSQL touches, which a slow machine does not change. */
async function touched(read: () => Promise<unknown>) {
  const count = async () => {
    await db.$executeRaw`select pg_stat_force_next_flush()`
    const rows = await db.$queryRaw<{ n: bigint }[]>`
      select coalesce(sum(idx_tup_fetch + seq_tup_read), 0)::bigint as n from pg_stat_user_tables where relname = 'Comment'`
    return Number(rows[0]?.n)
  }
  const settle = () => new Promise((done) => setTimeout(done, 1_200))
  await settle()
  const before = await count()
  await read()
  await settle()
  return (await count()) - before
}

test.each<ThreadSort>(['time', 'weight'])(
  'by %s, a page of a long thread costs what it costs in a short one',
  async (sort) => {
    const far = await farInto(threads.long, sort)
    for (const cursor of [undefined, far]) {
      const long = await ask(threads.long, sort, cursor)
      expect(long.comments).toHaveLength(pageSize)
      expect(await statementsOf(() => ask(threads.long, sort, cursor))).toBe(2)
      expect(await plan(threads.long, sort)).not.toMatch(/Seq Scan|Sort Key/)
    }
    expect(await statementsOf(() => ask(threads.short, sort))).toBe(2)
  },
)

test('rows read do not grow with the thread', async () => {
  const short = await touched(() => ask(threads.short, 'weight'))
  const long = await touched(() => ask(threads.long, 'weight'))
  expect(short).toBeGreaterThan(0)
  expect(long).toBeLessThan(short + 200)
}, 60_000)

test('pages hold every comment once, by time and by weight', async () => {
  for (const sort of ['time', 'weight'] as const) {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await ask(threads.short, sort, cursor)
      seen.push(...page.comments.map(({ id }) => id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen).toHaveLength(100)
    expect(new Set(seen).size).toBe(100)
  }
})

test('a key that is none of ours begins at the beginning', async () => {
  const [first] = (await ask(threads.short, 'time')).comments
  for (const cursor of ['rubbish', 'WzEsMiwieCJd', '!!', 'x'.repeat(500)]) {
    expect((await ask(threads.short, 'time', cursor)).comments[0]?.id).toBe(first?.id)
  }
})

async function farInto(subjectId: string, sort: ThreadSort) {
  let cursor: string | undefined
  for (let page = 0; page < 40; page++) cursor = (await ask(subjectId, sort, cursor)).next ?? undefined
  return cursor
}

/** How PostgreSQL finds the roots of a page, as the query orders them. */
async function plan(subjectId: string, sort: ThreadSort) {
  const rows =
    sort === 'time'
      ? await db.$queryRaw<{ 'QUERY PLAN': string }[]>`
          explain select c.* from "Comment" c where c."subjectKind" = 'proposal' and c."subjectId" = ${subjectId} and c."parentId" is null
          and (c."createdAt", c.id) < (timestamptz '2026-03-01', 'x') order by c."createdAt" desc, c.id desc limit 31`
      : await db.$queryRaw<{ 'QUERY PLAN': string }[]>`
          explain select c.* from "Comment" c where c."subjectKind" = 'proposal' and c."subjectId" = ${subjectId} and c."parentId" is null
          and (c.weight, c."createdAt", c.id) < (0, timestamptz '2026-03-01', 'x') order by c.weight desc, c."createdAt" desc, c.id desc limit 31`
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}
