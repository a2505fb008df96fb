import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readText } from '#app/domain/voting/formats/lines'
import { type BudgetReport, budgetCountingRules, budgetRules, countBudget } from './counting'
import { type BudgetElection, budgetElection } from './election'
import { pabulibReader } from './pabulib'

const folder = '../shared/data/elections'
const cases = existsSync(folder)
  ? readdirSync(folder).filter((name) => existsSync(join(folder, name, 'election.pb')))
  : []
if (cases.length === 0) console.warn(`no ${folder}: the cities' budgets are not counted`)

type Expected = {
  selected: string[]
  total_cost?: string
  selection_order?: string[] | null
  final_endowment_per_voter?: number
}
const json = (...path: string[]) => JSON.parse(readFileSync(join(folder, ...path), 'utf8'))
const read = (...path: string[]) => readText(pabulibReader(), readFileSync(join(folder, ...path), 'utf8'))

describe.skipIf(cases.length === 0)('budgets that cities decided', () => {
  for (const id of cases.filter((name) => name.startsWith('pb-'))) {
    const { expect: theirs } = json(id, 'expected.json')
    for (const [rule, result] of Object.entries(theirs.rules as Record<string, Expected>)) {
      it(`${id}: ${rule}`, () => {
        const ours = countBudget(rule, read(id, 'election.pb'), {})
        expect(ours.winners.toSorted()).toEqual(result.selected)
        if (result.total_cost) expect(Number(ours.cost)).toBe(Number(result.total_cost))
        if (result.selection_order) expect(ours.order).toEqual(result.selection_order)
        if (result.final_endowment_per_voter)
          expect(Number(ours.endowment)).toBeCloseTo(result.final_endowment_per_voter, 5)
        expect(ours.votes).toEqual(textValues(theirs.approval_scores))
        expectWhole(ours)
      })
    }
  }

  it.each(Object.entries(cases.length > 0 ? json('pb-greedy-official-few', 'expected.json').expect : {}))(
    'official: %s',
    (file, given) => {
      const theirs = given as { rule: string; official_selected: string[]; votes: Record<string, number> }
      const election = read('pb-greedy-official-few', file)
      const ours = countBudget(theirs.rule, election, {})
      expect(ours.winners.toSorted()).toEqual(theirs.official_selected)
      expect(ours.votes).toEqual(textValues(theirs.votes))
      expect(election.remarks).toEqual([])
      expectWhole(ours)
    },
  )

  it.each(cases.filter((name) => name.startsWith('tally-')))('%s, as the city funded it', (id) => {
    const { expect: theirs } = json(id, 'expected.json')
    const ours = countBudget(theirs.official_rule, read(id, 'election.pb'), {})
    expect(ours.winners.toSorted()).toEqual(theirs.official_selected)
    expect(ours.votes).toEqual(textValues(theirs.votes))
    if (theirs.score) expect(ours.totals).toEqual(textValues(theirs.score))
  })
})

const textValues = (numbers: Record<string, number>) =>
  Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, String(value)]))

/** What every report promises: the sums agree, and every project is explained at least once. */
function expectWhole(report: BudgetReport) {
  expect(Number(report.cost)).toBeLessThanOrEqual(Number(report.budget))
  expect(report.stages.at(-1)?.spent ?? '0').toBe(report.cost)
  const explained = report.explanation.flatMap(({ option }) => option ?? [])
  expect(new Set(explained)).toEqual(new Set(report.options))
  expect(() => JSON.stringify(report)).not.toThrow()
}

const town = (ballots: string[][], projects: Record<string, bigint>, budget: bigint): BudgetElection =>
  budgetElection({
    budget,
    projects: Object.entries(projects).map(([id, cost]) => ({ id, cost })),
    ballots: ballots.map((approved) => ({ projects: approved })),
  })

const times = (count: number, ballot: string[]) => Array.from({ length: count }, () => ballot)
const voted = town(
  [...times(6, ['park', 'road']), ...times(4, ['school'])],
  { park: 60n, road: 50n, school: 40n },
  100n,
)

describe('a small budget', () => {
  it('gives all to the majority when greedy, and each its share when equal', () => {
    expect(countBudget('greedy', voted, {}).order).toEqual(['road', 'school'])
    expect(countBudget('greedy', voted, { tieBreak: ['park', 'road', 'school'] }).order).toEqual(['park', 'school'])
    expect(countBudget('greedy-no-skip', voted, { tieBreak: ['park', 'road', 'school'] }).order).toEqual(['park'])
    expect(countBudget('mes_cost_no_completion', voted, {}).order).toEqual(['road', 'school'])
  })

  it('names every tie, whom it fell to, and why', () => {
    expect(countBudget('greedy', voted, {}).ties).toEqual([
      { between: ['road', 'park'], chosen: ['road'], how: 'cost', stage: 1, purpose: 'win' },
    ])
    const [tie] = countBudget('mes_cost_no_completion', voted, { tieBreak: { seed: 'bari' } }).ties
    expect(tie).toMatchObject({ how: 'permutation', stage: 1 })
    expect(countBudget('mes_cost_no_completion', voted, { tieBreak: { seed: 'bari' } }).tieBreakOrder).toHaveLength(3)
  })

  it('says what a lost project lacked', () => {
    const { explanation } = countBudget('mes_cost_no_completion', voted, {})
    const park = explanation.find(({ option }) => option === 'park')
    expect(park).toEqual({
      key: 'count.shares.supporters-cannot-pay',
      option: 'park',
      values: { support: 6, cost: '60', has: '10', missing: '50' },
    })
    const tooDear = countBudget('greedy', voted, {}).explanation.find(({ option }) => option === 'park')
    expect(tooDear?.values).toMatchObject({ support: '6', left: '50', missing: '10' })
  })

  it('who pays the price with the last coin pays in full', () => {
    const one = budgetElection({
      budget: 10n,
      projects: [{ id: 'a', cost: 10n }],
      ballots: [{ projects: ['a'], weight: 2 }],
    })
    const { explanation } = countBudget('mes_cost_no_completion', one, {})
    expect(explanation.find(({ option }) => option === 'a')?.values).toMatchObject({
      pays: '5',
      payInFull: 2,
      payTheirRest: 0,
      haveNothing: 0,
    })
  })

  it('keeps incompatible projects apart', () => {
    const barred = countBudget('greedy', voted, { incompatible: [['road', 'school']] })
    expect(barred.order).toEqual(['road'])
    for (const rule of budgetRules.keys()) {
      const settings = { incompatible: [['road', 'school']], ...(rule === 'greedy-threshold' && { threshold: '1' }) }
      const { winners } = countBudget(rule, voted, settings)
      expect(winners.includes('road') && winners.includes('school')).toBe(false)
    }
  })

  it('has no winner when nobody voted', () => {
    for (const rule of budgetRules.keys()) {
      const report = countBudget(
        rule,
        town([], { park: 1n }, 9n),
        rule === 'greedy-threshold' ? { threshold: '0' } : {},
      )
      expect(report.winners).toEqual([])
    }
  })

  it('counts money below the whole unit exactly', () => {
    const thirds = town([['a', 'b'], ['a'], ['b']], { a: 67n, b: 33n }, 100n)
    expect(countBudget('mes_cost_no_completion', thirds, {}).endowmentExact).toBe('100/3')
  })

  it.each([
    ['euros and cents', 123_456_789n, 2, 29_989],
    ['forints', 2_345_678_901n, 0, 72_001],
    ['pesos', 100_000_000_000n, 0, 50_021],
  ])('adds a thousandth of a share at a time, in %s', (_, budget, decimals, voters) => {
    const third = budget / 3n
    const election = budgetElection({
      budget,
      decimals,
      projects: ['a', 'b', 'c'].map((id) => ({ id, cost: third })),
      ballots: [
        { projects: ['a', 'b'], weight: voters - 9_001 },
        { projects: ['c'], weight: 9_001 },
      ],
    })
    expect(countBudget('mes_cost_add1', election, { addStep: '0.1%' })).toMatchObject({
      winners: ['a', 'b', 'c'],
      completion: { stopped: 'exhaustive' },
    })
  })

  it('refuses settings it does not know, with their name', () => {
    expect(() => countBudget('greedy', voted, { adStep: '1' })).toThrow(/adStep/)
    expect(() => countBudget('greedy', voted, { addStep: '0' })).toThrow(/addStep/)
    expect(() => countBudget('greedy', voted, { incompatible: [['road', 'sea']] })).toThrow(/"sea" is no project/)
    expect(() => countBudget('greedy-threshold', voted, {})).toThrow(/threshold/)
    expect(() => countBudget('mes_cost_add1', voted, { startEndowment: '1000' })).toThrow(/more than the budget/)
    expect(() => countBudget('mes_cost_add1_no_exhaustive_stop', voted, { addStep: '0.0001', maxSteps: 3 })).toThrow(
      /addStep/,
    )
  })

  it('reads a file through the table of rules', () => {
    const [, rule] = budgetCountingRules.find(([name]) => name === 'greedy')!
    const text =
      'META\nkey;value\nbudget;9\nvote_type;approval\nPROJECTS\nproject_id;cost\n__proto__;9\nVOTES\nvoter_id;vote\n1;__proto__\n'
    const report = readText(rule.open('pb', {}), text)
    expect(report.winners).toEqual(['__proto__'])
    expect(JSON.parse(JSON.stringify(report)).options).toEqual(['__proto__'])
  })
})

describe('completions', () => {
  /** Together the parents can pay for one more project only once everybody has more than an equal share. */
  const left = town([...times(6, ['a']), ...times(4, ['b'])], { a: 60n, b: 41n }, 101n)

  it('add until nothing fits any more', () => {
    const plain = countBudget('mes_cost_no_completion', left, {})
    expect(plain.order).toEqual(['a'])
    const added = countBudget('mes_cost_add1', left, {})
    expect(added.order).toEqual(['a', 'b'])
    expect(added.completion).toEqual({ start: '10', step: '1', steps: 1, stopped: 'exhaustive' })
    expect(countBudget('mes_cost_add1', left, { addStep: '1%' }).completion).toMatchObject({ step: '0.101', steps: 3 })
    expect(countBudget('mes_cost_then_greedy', left, {}).order).toEqual(['a', 'b'])
  })

  it('tell over what an outcome is exhaustive', () => {
    const unloved = town([...times(6, ['a']), ...times(4, ['b'])], { a: 60n, b: 45n, c: 1n }, 101n)
    expect(countBudget('mes_cost_add1', unloved, {}).completion?.steps).toBe(0)
    expect(countBudget('mes_cost_add1', unloved, { exhaustiveOver: 'all' }).completion?.steps).toBe(1)
  })

  it('give way to greedy when more voters have more in it', () => {
    const parted = town([...times(5, ['a']), ...times(3, ['b', 'c'])], { a: 80n, b: 20n, c: 15n }, 90n)
    const chosen = countBudget('mes_cost_no_completion', parted, { comparison: 'greedy-if-preferred' })
    expect(countBudget('mes_cost_no_completion', parted, {}).winners.toSorted()).toEqual(['c'])
    expect(chosen.comparison).toEqual({ preferThis: 3, preferGreedy: 5, chosen: 'greedy' })
    expect(chosen.winners).toEqual(['a'])
  })

  it('leave out what too few support for its cost', () => {
    const report = countBudget('greedy', voted, { eligibility: '0.9' })
    expect(report.winners).toEqual(['road'])
    expect(report.explanation.find(({ option }) => option === 'school')?.key).toBe('count.budget.not-eligible')
  })
})

describe('districts', () => {
  const districts = [
    { id: 'north', budget: '60', projects: ['park'] },
    { id: 'south', budget: '90', projects: ['road', 'school'] },
  ]

  it('count every part of a ballot in its own district', () => {
    const report = countBudget('greedy', voted, { districts, districtsPerBallot: 'several' })
    expect(report.winners).toEqual(['park', 'road', 'school'])
    expect(report.cost).toBe('150')
    expect(report.districts?.north?.ballots).toBe(6)
    expect(report.districts?.south?.ballots).toBe(10)
  })

  it('or refuse ballots that name projects of several', () => {
    const report = countBudget('greedy', voted, { districts })
    expect(report.invalid).toEqual([{ line: 0, why: 'several-districts', ballots: 6 }])
    expect(report.valid).toBe(4)
    expect(report.winners).toEqual(['school', 'road'])
  })

  it('and every project has exactly one', () => {
    const wrong = (projects: string[]) => () =>
      countBudget('greedy', voted, { districts: [{ id: 'x', budget: '1', projects }] })
    expect(wrong(['park'])).toThrow(/"road" is in no district/)
    expect(wrong(['park', 'road', 'school', 'sea'])).toThrow(/"sea" is no project/)
    expect(wrong(['park', 'park', 'road', 'school'])).toThrow(/in two districts/)
  })
})
