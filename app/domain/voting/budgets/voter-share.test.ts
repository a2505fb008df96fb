import { describe, expect, it } from 'vitest'
import { countBudget } from './counting'
import { budgetElection } from './election'
import { voterShare } from './voter-share'

const ballots = [
  { projects: ['park', 'road', 'bench'], weight: 5 },
  { projects: ['road', 'school'], weight: 4 },
  { projects: ['school', 'bench'], weight: 3 },
  { projects: ['pool'], weight: 2 },
  { projects: [], weight: 1 },
]
const town = budgetElection({
  budget: 10_050n,
  decimals: 2,
  projects: [
    { id: 'park', cost: 4_000n },
    { id: 'road', cost: 3_325n },
    { id: 'school', cost: 2_950n },
    { id: 'bench', cost: 600n },
    { id: 'pool', cost: 9_000n },
  ],
  ballots,
})
/** As a page has it: through JSON. */
const published = (rule: string) => JSON.parse(JSON.stringify(countBudget(rule, town, {})))

describe('what a vote paid for', () => {
  it.each([
    'mes_cost_no_completion',
    'mes_cost_add1',
    'mes_cardinality_no_completion',
    'sequential_phragmen',
    'greedy',
  ])('adds up over all voters to what was spent: %s', (rule) => {
    const report = published(rule)
    const shares = ballots.map(({ projects, weight }) => ({ weight, share: voterShare(report, projects) }))
    const together = shares.reduce((sum, { weight, share }) => sum + weight * Number(share.total), 0)
    expect(together).toBeCloseTo(Number(report.cost), 3)
    expect(report.winners.length).toBeGreaterThan(1)
  })

  it('starts from an equal purse and never spends more', () => {
    const report = published('mes_cost_add1')
    const share = voterShare(report, ['road', 'school', 'pool'])
    expect(share.start).toBe(report.endowment)
    expect(Number(share.left) + Number(share.total)).toBeCloseTo(Number(share.start), 5)
    expect(share.paid.map(({ project }) => project)).toEqual(['road', 'school'])
    expect(share.notFunded).toEqual(['pool'])
  })

  it('tells who could pay only what was left', () => {
    const report = published('mes_cost_no_completion')
    const inFull = ballots.flatMap(({ projects, weight }) =>
      voterShare(report, projects).paid.map((paid) => ({ ...paid, weight })),
    )
    for (const { elected, pays } of report.stages) {
      const payers = inFull.filter(({ project, inFull }) => project === elected[0] && inFull)
      expect(payers.every(({ amount }) => amount === pays)).toBe(true)
    }
    expect(inFull.some((paid) => !paid.inFull)).toBe(true)
  })

  it('is nothing for a blank ballot', () => {
    expect(voterShare(published('mes_cost_no_completion'), [])).toMatchObject({
      paid: [],
      total: '0',
      start: '6.7',
      left: '6.7',
    })
  })
})
