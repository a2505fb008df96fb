import { expect, test } from 'vitest'
import { countPoll, countSettingsOf } from './count'
import { addSteps, settingsFrom, settingsShape } from './terms'

/** 500 € for 900 people: less than one euro each. */
const options = Array.from({ length: 10 }, (_, at) => ({
  ...{ id: `${at + 1}`, key: `${at + 1}`, title: `Progetto ${at + 1}`, text: '' },
  ...{ cost: 100, place: null, proposalId: null },
}))
const groups = [
  { content: { choices: ['1', '2', '3', '4', '5'] }, copies: 540 },
  { content: { choices: ['6', '7', '8', '9', '10'] }, copies: 360 },
]
const fundedWith = (settings: ReturnType<typeof settingsFrom>) => {
  const terms = { question: 'Quali?', rule: 'mes_cost_add1u' as const, settings, options }
  return countPoll(terms, groups, 900, 'seed')
    .winners?.map(Number)
    .sort((a, b) => a - b)
}

test('with less than one euro each the minority has its part too, unless whole euros were chosen', () => {
  const some = { budget: 500, tieBreak: 'cost-votes-id' } as const
  expect(fundedWith(settingsFrom(some))).toEqual([1, 2, 3, 6, 10])
  expect(fundedWith(settingsFrom({ ...some, startEndowment: 'floor', addStep: 'unit' }))).toEqual([1, 2, 3, 4, 5])
})

test('a poll that opened before one could choose counts as it did then', () => {
  const frozen = settingsShape.parse({ budget: 500, tieBreak: 'cost-votes-id' })
  expect(fundedWith(frozen)).toEqual([1, 2, 3, 4, 5])
  const settings = countSettingsOf({ question: '', rule: 'mes_cost_add1u', settings: frozen, options }, 900, 'seed')
  expect(settings).toEqual({ tieBreak: 'cost-votes-id', maxSteps: 100_000_000 })
})

test.each(addSteps)('the published settings name the step %s, as the count takes it', (addStep) => {
  const chosen = { startEndowment: 'exact', exhaustiveOver: 'all' } as const
  const settings = settingsFrom({ budget: 500, addStep, ...chosen })
  const published = countSettingsOf({ question: '', rule: 'mes_cost_add1u', settings, options }, 900, 'seed')
  const step = { thousandth: '0.1%', hundredth: '1%', unit: '1' }[addStep]
  expect(published).toMatchObject({ ...chosen, addStep: step })
  const report = countPoll({ question: 'Quali?', rule: 'mes_cost_add1u', settings, options }, groups, 900, 'seed')
  expect(report.settings).toMatchObject({ ...chosen, addStep: step })
})

test('settings that no poll can have are refused, never taken for the first choice', () => {
  expect(() => settingsFrom({ budget: 0 })).toThrow()
  expect(settingsFrom({ budget: 2_000_000_000, currency: 'HUF' })).toMatchObject({ budget: 2_000_000_000 })
})
