import { expect, test } from 'vitest'
import { countPoll } from './count'
import { countAside, isSoonDone } from './count-apart.server'
import { settingsFrom } from './terms'

const options = [
  { key: '1', title: 'Parco', cost: 900_000 },
  { key: '2', title: 'Scuola', cost: 3_000_000 },
].map((option) => ({ ...option, text: '', place: null, id: option.key, proposalId: null }))
const termsFor = (budget: number | null) => ({
  question: 'Che cosa facciamo?',
  rule: 'mes_cost_add1u' as const,
  settings: settingsFrom({ budget }),
  options,
})
const ballots = (copies: number) => [{ content: { choices: ['1'] }, copies }]

test('much money for few ballots is counted aside, and so are many different ballots', () => {
  expect(isSoonDone(termsFor(null), ballots(1))).toBe(true)
  expect(isSoonDone(termsFor(60_000), ballots(100))).toBe(true)
  expect(isSoonDone(termsFor(5_000_000), ballots(100))).toBe(false)
  expect(isSoonDone(termsFor(5_000_000), ballots(10_000))).toBe(true)
  expect(isSoonDone(termsFor(null), Array(501).fill(ballots(1)[0]))).toBe(false)
})

test('the count aside is the same count', async () => {
  const terms = termsFor(5_000_000)
  const given = [terms, ballots(100), 100, 'seed'] as const
  expect(await countAside(...given)).toEqual(countPoll(...given))
})
