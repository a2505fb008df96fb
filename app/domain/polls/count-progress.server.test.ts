import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { actor } from '#tests/world/people'
import { endAt, openedPoll } from '#tests/world/polls'
import { following } from './count-progress.server'
import { pollPage } from './queries.server'

test('the officer who comes back finds the count where it is; others do not see it; when it ends nothing is kept', async () => {
  const { id, officer } = await openedPoll()
  await endAt(id, new Date(Date.now() - 1000))
  const shown = async () => (await pollPage(officer, id)).progress
  await following(id, async (told) => {
    await expect.poll(shown).toEqual({ doing: 'collecting', percent: 0 })
    told('counting', 0.1)
    told('counting', 0.05)
    await expect.poll(shown).toEqual({ doing: 'counting', percent: 10 })
    for (let share = 0.2; share < 1; share += 0.01) {
      told('counting', share)
      await new Promise((next) => setTimeout(next, 25))
    }
    expect((await shown())?.percent).toBeGreaterThan(10)
    expect((await pollPage(await actor('carmela'), id)).progress).toBeNull()
  })
  expect(await shown()).toBeNull()
  expect(await db.poll.findUnique({ where: { id }, select: { counting: true, countPercent: true } })).toEqual({
    counting: null,
    countPercent: null,
  })
})

test('a count that fails leaves nothing behind, and one of a poll that is gone is counted all the same', async () => {
  const { id, officer } = await openedPoll()
  await endAt(id, new Date(Date.now() - 1000))
  await expect(following(id, () => Promise.reject(new RangeError('no')))).rejects.toThrow('no')
  expect((await pollPage(officer, id)).progress).toBeNull()
  expect(await following('nowhere', async () => 'counted')).toBe('counted')
})
