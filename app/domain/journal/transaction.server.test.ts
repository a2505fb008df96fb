import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { actor, journalOf, monopoli } from '#tests/world/people'
import { transaction } from './transaction.server'

test('an act and its entry exist together, or not at all', async () => {
  const ada = await actor('ada')
  const { id } = await monopoli()
  await expect(
    transaction(async (_tx, note) => {
      await note({ what: 'office.opened', actor: ada, subjectId: id, territoryId: id })
      throw new Error('late')
    }),
  ).rejects.toThrow('late')
  expect(await journalOf(id)).toEqual([])
})

test('an act for which the database has no time is refused as busy, and leaves nothing', async () => {
  const ada = await actor('ada')
  const { id } = await monopoli()
  const slow = transaction(
    async (tx, note) => {
      await note({ what: 'office.opened', actor: ada, subjectId: id, territoryId: id })
      await tx.$queryRaw`select pg_sleep(0.5)::text`
      await tx.$queryRaw`select 1`
    },
    { timeout: 100 },
  )
  await expect(slow).rejects.toMatchObject({ name: 'Refusal', reason: 'busy' })
  expect(await journalOf(id)).toEqual([])
})

test('entries of a subject are numbered without gaps under parallel acts', async () => {
  const ada = await actor('ada')
  const { id } = await monopoli()
  const acts = Array.from({ length: 20 }, () =>
    transaction((_tx, note) => note({ what: 'office.changed', actor: ada, subjectId: id })),
  )
  const numbers = (await Promise.all(acts)).map(({ number }) => number)
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
})

test('a telling entry queues its job in the same transaction', async () => {
  const ada = await actor('ada')
  await transaction((_tx, note) => note({ what: 'proposal.published', actor: ada, subjectId: 'some-proposal' }))
  const jobs = await db.$queryRaw<
    { n: bigint }[]
  >`select count(*) as n from graphile_worker.jobs where task_identifier = 'tell'`
  expect(Number(jobs[0]?.n)).toBe(1)
})

test('the database refuses to change, delete or empty the journal', async () => {
  await expect(db.$executeRaw`update "Entry" set what = 'x'`).rejects.toThrow(/append-only/)
  await expect(db.$executeRaw`delete from "Entry"`).rejects.toThrow(/append-only/)
  await expect(db.$executeRaw`truncate "Entry"`).rejects.toThrow(/append-only/)
})
