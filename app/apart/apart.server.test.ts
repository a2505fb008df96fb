import '#tests/world/database'
import { expect, test, vi } from 'vitest'
import { countPoll } from '#app/domain/polls/count'
import { settingsShape } from '#app/domain/polls/terms'
import { castVote, openVote } from '#app/domain/voting/belenios/invented-vote'
import { predictable } from '#app/domain/voting/belenios/predictable-random'
import { tallyWith } from '#app/domain/voting/belenios/tally'
import { apart, apartTelling, swiftly } from './apart.server'

const terms = {
  question: 'Quale progetto?',
  rule: 'approval' as const,
  settings: settingsShape.parse({}),
  options: ['1', '2', '3'].map((key) => ({
    ...{ id: key, key, title: `Progetto ${key}`, text: '' },
    ...{ cost: null, place: null, proposalId: null },
  })),
}
const groups = [['1', '2'], ['2'], ['2', '3']].map((choices) => ({ content: { choices }, copies: 2 }))

const threads = vi.hoisted(() => ({ alive: 0, most: 0 }))
vi.mock('node:worker_threads', async (original) => {
  const { Worker, ...rest } = await original<typeof import('node:worker_threads')>()
  class Told extends Worker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given)
      threads.alive += 1
      threads.most = Math.max(threads.most, threads.alive)
      this.once('exit', () => {
        threads.alive -= 1
      })
    }
  }
  return { ...rest, Worker: Told }
})

test('however many tasks come together, two run at a time and all are answered', async () => {
  const whole = { ...terms, rule: 'plurality' as const }
  const asked = ['1', '2', '3', '1'].map((key) =>
    apart('countPoll', whole, [{ content: { choices: [key] }, copies: 1 }], 10, 'seed'),
  )
  const failing = apart('countPoll', whole, [{ content: { choices: ['9'] }, copies: 1 }], 10, 'seed')
  await expect(failing).rejects.toThrow()
  expect((await Promise.all(asked)).map(({ winners }) => winners)).toEqual([['1'], ['2'], ['3'], ['1']])
  expect(threads.most).toBe(2)
})

test('a thread of its own counts what the server would count', async () => {
  const given = [terms, groups, 10, 'seed'] as const
  expect(await apart('countPoll', ...given)).toEqual(countPoll(...given))
})

test('a long task says how far it is, and its answer is the same', async () => {
  const costs = { ...terms, rule: 'mes_cost_add1u' as const, settings: settingsShape.parse({ budget: 100_000 }) }
  const dear = { ...costs, options: costs.options.map((option, at) => ({ ...option, cost: 30_000 + 9_000 * at })) }
  const many = Array.from({ length: 30_000 }, (_, at) => ({ content: { choices: [String(1 + (at % 3))] }, copies: 1 }))
  const shares: number[] = []
  const counted = await apartTelling('countPoll', (share) => shares.push(share), dear, many, 40_000, 'seed')
  expect(counted).toEqual(countPoll(dear, many, 40_000, 'seed'))
  expect(shares.length).toBeGreaterThan(0)
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
})

test('what cannot be counted fails as it would here, and the server goes on', async () => {
  const unheard = [{ content: { choices: ['9'] }, copies: 1 }]
  const why = faultOf(() => countPoll(terms, unheard, 10, 'seed'))
  expect(why).toBeTruthy()
  await expect(apart('countPoll', terms, unheard, 10, 'seed')).rejects.toThrow(why)
  expect((await apart('countPoll', terms, groups, 10, 'seed')).winners).toEqual(['2'])
})

test('secret ballots are added up a part at a time, to the same sum', async () => {
  const random = predictable('sums')
  const questions = [{ question: 'Quali?', answers: ['uno', 'due'], min: 1, max: 2 }]
  let vote = openVote({ questions, voters: 3, random })
  for (const voter of [0, 1, 2]) vote = castVote(vote, voter, [[voter % 2, 1]], random)
  const election = vote.members.find(({ text }) => text.includes('"questions"'))?.text ?? ''
  const [first = '', ...others] = vote.ballots
  const part = await apart('tallyWith', election, others, await apart('tallyWith', election, [first], null))
  expect(part).toBe(tallyWith(election, vote.ballots, null))
  expect(part).not.toBe(tallyWith(election, others, null))
  await expect(apart('tallyWith', election, ['{}'], null)).rejects.toThrow('cannot be read')
})

test('threads that stay answer each for itself, also after one has failed', async () => {
  const credentials = ['aaa', 'bbb', 'ccc'].map((letters) => `${letters}-123-456-789-abc`)
  const asked = credentials.map((credential) => swiftly('halvesOf', 'uuidofthisvote', [credential]))
  const failing = swiftly('ballotFault', 'no election', 'no ballot')
  const together = swiftly('halvesOf', 'uuidofthisvote', credentials)
  await expect(failing).rejects.toThrow('not-found')
  expect(new Set(await together).size).toBe(3)
  expect((await Promise.all(asked)).flat()).toEqual(await together)
  expect(await swiftly('firstStranger', [...(await together), '2'])).toBe(3)
})

function faultOf(work: () => unknown): string | undefined {
  try {
    work()
  } catch (error) {
    return error instanceof Error ? error.message : undefined
  }
}
