import { expect, test } from 'vitest'
import { countPoll } from './count'
import { countAside, isSoonDone } from './count-apart.server'
import { settingsFrom } from './terms'

const options = [
  { key: '1', title: 'Parco', cost: 900_000 },
  { key: '2', title: 'Scuola', cost: 3_000_000 },
].map((option) => ({ ...option, text: '', place: null, id: option.key, proposalId: null }))
const termsFor = (budget: number | null, some: Parameters<typeof settingsFrom>[0] = {}) => ({
  question: 'Che cosa facciamo?',
  rule: 'mes_cost_add1u' as const,
  settings: settingsFrom({ budget, ...some }),
  options,
})
const ballots = (copies: number) => [{ content: { choices: ['1'] }, copies }]

test('many steps are counted aside, and so are many different ballots or many options', () => {
  expect(isSoonDone(termsFor(null), ballots(1))).toBe(true)
  expect(isSoonDone(termsFor(5_000_000), ballots(5))).toBe(true)
  expect(isSoonDone(termsFor(5_000_000), ballots(100))).toBe(false)
  expect(isSoonDone(termsFor(5_000_000, { addStep: 'hundredth' }), ballots(50))).toBe(true)
  expect(isSoonDone(termsFor(5000, { addStep: undefined }), ballots(100))).toBe(true)
  expect(isSoonDone(termsFor(5_000_000, { addStep: undefined }), ballots(100))).toBe(false)
  expect(isSoonDone(termsFor(null), Array(30_000).fill(ballots(1)[0]))).toBe(false)
  const committee = { ...termsFor(null), rule: 'equal-shares', options: Array(100).fill(options[0]) }
  expect(isSoonDone(committee, Array(499).fill({ content: { choices: ['1'] }, copies: 1 }))).toBe(false)
})

test('one who alone wants a project makes the parts grow as far as the steps are reckoned', () => {
  const terms = { ...termsFor(1000), options: options.map((option) => ({ ...option, cost: 1000 })) }
  const groups = [...ballots(1), { content: { choices: [] }, copies: 4 }]
  const { completion } = countPoll({ ...terms, rule: 'mes_cost_add1u' }, groups, 5, 'seed')
  expect(completion).toMatchObject({ steps: 4000 })
  expect(isSoonDone(terms, groups)).toBe(true)
})

test('the count aside is the same count', async () => {
  const terms = termsFor(5_000_000)
  const given = [terms, ballots(100), 100, 'seed'] as const
  expect(await countAside(...given)).toEqual(countPoll(...given))
})
