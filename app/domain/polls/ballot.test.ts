import { expect, test } from 'vitest'
import { fits, pursesOf, readBallot } from './ballot'
import type { RuleName } from './rules'
import { settingsFrom } from './terms'

/** Four projects for 200, 350, 500 and 650 euros. */
const poll = (rule: RuleName, settings: object = {}) => ({
  rule,
  settings: settingsFrom({ budget: 1000, ...settings }),
  options: [200, 350, 500, 650].map((cost, at) => ({
    ...{ id: `id-${at + 1}`, key: String(at + 1), title: `Progetto ${at + 1}`, text: '', cost },
    ...{ place: null, proposalId: null },
  })),
})
const lefts = (terms: ReturnType<typeof poll>, ...chosen: string[]) =>
  pursesOf(terms, new Set(chosen)).map(({ left }) => left)

test('a budget says what is left', () => {
  const freely = poll('mes_cost_add1u')
  expect(lefts(poll('mes_cost_add1u', { spend: 'within-budget' }), '1', '2')).toEqual([1000 - 200 - 350])
  expect(lefts(freely, '1')).toEqual([Number.POSITIVE_INFINITY])
  expect(pursesOf(freely, new Set(['1', '2']))).toMatchObject([{ budget: 1000, chosen: 200 + 350 }])
  expect(lefts(poll('approval'), '1')).toEqual([])
})

test('what one district has left pays for nothing in another', () => {
  const districts = [
    { id: 'Centro', budget: 600, projects: ['1', '2'] },
    { id: 'Porto', budget: 400, projects: ['3', '4'] },
  ]
  const terms = poll('greedy_by_votes', { spend: 'within-budget', districts })
  expect(lefts(terms)).toEqual([600, 400])
  expect(lefts(terms, '1')).toEqual([400, 400])
  // 500 of the 1,000 in all, and 100 more than the port has
  expect(lefts(terms, '3')).toEqual([600, -100])
  expect([fits(terms, new Set(['1', '2'])), fits(terms, new Set(['3']))]).toEqual([true, false])
  expect(readBallot(terms, { choices: ['id-3'] })).toBe('poll.over-the-budget')
  expect(pursesOf(terms, new Set(['1', '3'])).map(({ district, chosen }) => [district, chosen])).toEqual([
    ['Centro', 200],
    ['Porto', 500],
  ])
})
