import '#tests/world/database'
import { expect, test } from 'vitest'
import { actor } from '#tests/world/people'
import { endAt, openedPoll } from '#tests/world/polls'
import { countProgress, following } from './count-progress.server'
import { pollPage } from './queries.server'

test('the officer who comes back finds the count where it is; others do not see it; when it ends nothing is kept', async () => {
  const { id, officer } = await openedPoll()
  await endAt(id, new Date(Date.now() - 1000))
  await following(id, async (told) => {
    expect((await pollPage(officer, id)).progress).toEqual({ doing: 'collecting', percent: 0 })
    told('collecting', 0.5)
    told('collecting', 0.4)
    expect(countProgress(id)).toEqual({ doing: 'collecting', percent: 50 })
    told('counting', 0.1)
    expect((await pollPage(officer, id)).progress).toEqual({ doing: 'counting', percent: 10 })
    expect((await pollPage(await actor('carmela'), id)).progress).toBeNull()
  })
  expect((await pollPage(officer, id)).progress).toBeNull()
})

test('a count that fails leaves nothing behind', async () => {
  await expect(following('nowhere', () => Promise.reject(new RangeError('no')))).rejects.toThrow('no')
  expect(countProgress('nowhere')).toBeNull()
})
