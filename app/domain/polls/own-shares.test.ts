import { expect, test } from 'vitest'
import type { Group } from './ballot-file'
import { countPoll } from './count'
import { sharesOf } from './own-shares'
import { settingsFrom } from './terms'

const costs = { park: 300, road: 500, school: 400, pool: 700 }
const options = Object.entries(costs).map(([key, cost]) => ({
  id: `id-${key}`,
  key,
  title: key,
  text: '',
  cost,
  place: null,
  proposalId: null,
}))
const districts = [
  { id: 'Centro', budget: 600, projects: ['park', 'road'] },
  { id: 'Porto', budget: 900, projects: ['school', 'pool'] },
]
const groups: Group[] = [
  { content: { choices: ['park', 'school'] }, copies: 6 },
  { content: { choices: ['road'] }, copies: 3 },
  { content: { choices: ['park', 'pool'] }, copies: 5 },
  { content: { choices: ['school'] }, copies: 4 },
]

test.each(['mes_cost_add1u', 'greedy_by_votes'] as const)(
  '%s: the shares of all add up to what each district spent',
  (rule) => {
    const terms = { question: 'Che cosa?', rule, options, settings: settingsFrom({ budget: 1500, districts }) }
    const report = JSON.parse(JSON.stringify(countPoll(terms, groups, 30, 'seed')))
    for (const { id, budget } of districts) {
      const paid = groups.reduce((sum, { content, copies }) => {
        const keys = 'choices' in content ? content.choices : []
        const share = sharesOf(report, keys).find(({ district }) => district === id)?.share
        return sum + copies * Number(share?.total ?? 0)
      }, 0)
      expect(paid).toBeCloseTo(Number(report.districts[id].cost), 4)
      expect(paid).toBeGreaterThan(0)
      expect(paid).toBeLessThanOrEqual(budget)
    }
  },
)

test('a ballot has a share only in the districts whose projects it names', () => {
  const terms = {
    question: 'Che cosa?',
    rule: 'mes_cost_add1u' as const,
    options,
    settings: settingsFrom({ budget: 1500, districts }),
  }
  const report = countPoll(terms, groups, 30, 'seed')
  expect(sharesOf(report, ['road']).map(({ district }) => district)).toEqual(['Centro'])
  expect(sharesOf(report, ['road', 'pool']).map(({ district }) => district)).toEqual(['Centro', 'Porto'])
  expect(sharesOf(report, [])).toEqual([])
})

test('without districts even a ballot that names nothing has had its part', () => {
  const terms = {
    question: 'Che cosa?',
    rule: 'mes_cost_add1u' as const,
    options,
    settings: settingsFrom({ budget: 1500 }),
  }
  const [own] = sharesOf(countPoll(terms, groups, 30, 'seed'), [])
  expect(own?.district).toBeNull()
})

test('without the quorum no ballot paid for anything', () => {
  const terms = {
    question: 'Che cosa?',
    rule: 'mes_cost_add1u' as const,
    options,
    settings: settingsFrom({ budget: 1500, districts, quorum: 80 }),
  }
  expect(sharesOf(countPoll(terms, groups, 30, 'seed'), ['park'])).toEqual([])
  expect(sharesOf(countPoll(terms, groups, 20, 'seed'), ['park'])).toHaveLength(1)
})
