import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { actor } from '#tests/world/people'
import { endAndCount, openedPoll } from '#tests/world/polls'
import { castBallot } from './cast-ballot.server'
import { comparisonPage, pastComparisons } from './past-comparisons.server'
import { pollList } from './poll-list.server'
import { pollPage } from './queries.server'
import { ballotFile, budgetArchive, optionResult, receiptsOf, resultsPage, settingsFile } from './results.server'

const visitor = { kind: 'visitor' } as const
const voters = ['carmela', 'bilal', 'giorgio', 'fatou', 'luca'] as const
const budget = {
  rule: 'mes_cost_add1u' as const,
  options: ['Alberi', 'Fontana', 'Panchine'],
  costs: [60, 90, 30],
  settings: { budget: 100 },
}

/** Each is for one more project than the one before, the last three for all. */
async function votedBy(people: number, wish: Parameters<typeof openedPoll>[0]) {
  const poll = await openedPoll(wish)
  for (const [at, voter] of voters.slice(0, people).entries())
    await castBallot(await actor(voter), poll.id, { choices: poll.options.slice(-1 - at) })
  await endAndCount(poll.id)
  return poll
}

test('of four confidential ballots the decision alone is published and kept', async () => {
  const { id, officer } = await votedBy(4, budget)
  const { report, ballots, seed } = await resultsPage(visitor, id)
  expect(report).toEqual({
    settings: {},
    options: ['1', '2', '3'],
    names: { 1: 'Alberi', 2: 'Fontana', 3: 'Panchine' },
    winners: ['1', '3'],
    ballots: 4,
    tooFew: true,
  })
  expect({ ballots, seed }).toEqual({ ballots: 4, seed: '' })
  expect(await receiptsOf(id)).toHaveLength(4)
  expect(await optionResult(id, '3', 'it')).toMatchObject({ won: true, totals: {}, general: [], about: [], steps: [] })
  for (const file of [ballotFile(id, 'ballots.pb'), budgetArchive(id), settingsFile(id), comparisonPage(id)])
    await expect(file).rejects.toThrow('not-found')
  const { territoryId } = await db.poll.findUniqueOrThrow({ where: { id } })
  expect((await pastComparisons(territoryId, 100)).map((past) => past.id)).not.toContain(id)
  expect(await db.countedBallot.count({ where: { pollId: id } })).toBe(0)
  expect(await db.ballot.count({ where: { pollId: id } })).toBe(0)
  const told = (await pollList({ phase: 'counted', reading: 'it' }, 100)).polls.find((poll) => poll.id === id)
  expect(told?.winners?.map(({ title }) => title)).toEqual(['Alberi', 'Panchine'])
  const page = JSON.stringify(await pollPage(officer, id))
  for (const number of ['totals', 'stages', 'explanation', 'secretSeed']) expect(page).not.toContain(number)
})

test('of five everything is published, and in the open of one', async () => {
  const { id } = await votedBy(5, budget)
  expect((await resultsPage(visitor, id)).report).toMatchObject({ ballots: 5, totals: { 3: '5' } })
  expect([...(await ballotFile(id, 'ballots.pb')).lines].length).toBeGreaterThan(5)

  const open = await votedBy(1, { ...budget, times: { mode: 'open' } })
  expect((await resultsPage(visitor, open.id)).report).toMatchObject({ ballots: 1, totals: { 3: '1' } })
})

test('a missed quorum is told with its number, and nothing else', async () => {
  const { id } = await votedBy(1, { ...budget, times: { quorum: 100 } })
  const { report } = await resultsPage(visitor, id)
  expect(report).toMatchObject({ ballots: 1, quorum: { have: 1, holds: false }, tooFew: true })
  expect(report).not.toHaveProperty('totals')
  expect(await optionResult(id, '3', 'it')).toMatchObject({ won: false, winners: [], totals: {} })
})
