import { describe, expect, it } from 'vitest'
import { completeByAdding } from './completions'
import { type BudgetElection, budgetElection } from './election'
import { electorateOf } from './electorate'
import { fundedIn, runEqualShares } from './equal-shares'
import { compare, decimal, type Fraction, floorOf, fraction, minus, over, plus, times, zero } from './fractions'
import { countPhragmen } from './phragmen'
import { priceAbove, priceBelow } from './price-bounds'
import { type SharesRun, type SharesSetup, solvent } from './shares-run'
import { tieOrder } from './tie-break'

/** A plain sequence (Park and Miller's), so that a failure can be repeated. */
function sequence(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

/** Few voters, round costs: ties and purses emptied to the last coin come up all the time; huge ones leave floats no spare digits. */
function smallElection(seed: number): BudgetElection {
  const next = sequence(seed)
  const projects = 2 + next(7)
  const voters = 1 + next(12)
  const round = [1, 5, 10, 60, 999_999_999_937][next(5)]!
  const odd = 1 + next(3)
  return budgetElection({
    budget: BigInt((1 + next(20)) * round),
    projects: Array.from({ length: projects }, (_, at) => ({
      id: `p${at}`,
      cost: BigInt((1 + next(8)) * round + (round > 60 ? next(odd) : 0)),
    })),
    ballots: Array.from({ length: voters }, () => ({
      projects: Array.from({ length: projects }, (_, at) => `p${at}`).filter(() => next(3) > 0),
      weight: 1 + next(3),
    })),
  })
}

function setupOf(election: BudgetElection, utility: SharesSetup['utility']): SharesSetup {
  const electorate = electorateOf(election)
  const order = tieOrder(election, electorate.votes, 'cost-votes-id')
  const costs = election.projects.map(({ cost }) => cost)
  return {
    electorate,
    ids: election.projects.map(({ id }) => id),
    costs,
    utility,
    order,
    rivals: new Map(),
    leftOut: new Set(),
  }
}

/** Equal shares straight from its definition: one purse a voter, nothing but fractions. */
function plainShares({ electorate, costs, utility, order }: SharesSetup, endowment: Fraction) {
  const purses: Fraction[] = Array.from({ length: electorate.groups }, () => endowment)
  const supporters = costs.map((_, project) => [
    ...electorate.supporter.slice(electorate.supporterStart[project], electorate.supporterStart[project + 1]),
  ])
  const size = (group: number) => fraction(electorate.weight[group]!)
  const priceOf = (project: number): Fraction | undefined => {
    let owed = fraction(costs[project]!)
    let payers = supporters[project]!.reduce((sum, group) => plus(sum, size(group)), zero)
    for (const group of supporters[project]!.toSorted((a, b) => compare(purses[a]!, purses[b]!))) {
      if (compare(times(purses[group]!, payers), owed) >= 0) return over(owed, payers)
      owed = minus(owed, times(purses[group]!, size(group)))
      payers = minus(payers, size(group))
    }
    return undefined
  }
  const funded: number[] = []
  const prices: string[] = []
  for (;;) {
    const open = costs.flatMap((cost, project) => {
      const price = funded.includes(project) ? undefined : priceOf(project)
      return price ? [{ project, price, per: utility === 'cost' ? over(price, fraction(cost)) : price }] : []
    })
    const best = open.toSorted(
      (a, b) => compare(a.per, b.per) || order.favour[a.project]! - order.favour[b.project]!,
    )[0]
    if (!best) break
    for (const group of supporters[best.project]!) {
      const has = purses[group]!
      purses[group] = compare(has, best.price) <= 0 ? zero : minus(has, best.price)
    }
    funded.push(best.project)
    prices.push(decimal(best.price, 12))
  }
  const behind = supporters.map((groups) =>
    decimal(
      groups.reduce((sum, group) => plus(sum, times(purses[group]!, size(group))), zero),
      12,
    ),
  )
  const empty = [...purses.keys()].filter((group) => purses[group]!.n === 0n)
  return { funded, prices, behind, empty }
}

const tiesOf = ({ ties }: SharesRun) => ties.map((tie) => ({ ...tie, between: tie.between.toSorted() }))
const emptyPurses = ({ exhausted }: SharesRun) => [...exhausted.keys()].filter((group) => exhausted[group] !== solvent)
const text = ({ n, d }: { n: bigint; d: bigint }) => decimal(fraction(n, d), 12)
const seeds = Array.from({ length: 1500 }, (_, at) => at + 1)

describe('equal shares', () => {
  it('funds, charges and leaves what the definition says, to the last fraction', () => {
    let doubts = 0
    for (const seed of seeds) {
      const election = smallElection(seed)
      const endowment = fraction(election.budget, election.voters)
      for (const utility of ['cost', 'cardinality'] as const) {
        const setup = setupOf(election, utility)
        const run = runEqualShares(setup, endowment)
        const plain = plainShares(setup, endowment)
        expect({ seed, funded: fundedIn(run) }).toEqual({ seed, funded: plain.funded })
        expect({ seed, prices: run.exact.prices().map(text) }).toEqual({ seed, prices: plain.prices })
        expect({ seed, empty: emptyPurses(run) }).toEqual({ seed, empty: plain.empty })
        expect({ seed, behind: setup.costs.map((_, at) => text(run.exact.moneyBehind(at))) }).toEqual({
          seed,
          behind: plain.behind,
        })
        doubts += run.doubts
      }
    }
    expect(doubts).toBeGreaterThan(500)
  })

  it('adds step by step to the same end as the definition', () => {
    for (const seed of seeds.slice(0, 200)) {
      const election = smallElection(seed)
      const setup = setupOf(election, 'cost')
      const start = fraction(floorOf(fraction(election.budget, election.voters)))
      const tenth = election.budget / BigInt(election.voters * 10)
      const step = fraction(tenth > 1n ? tenth : 1n, BigInt(1 + (seed % 3)))
      const { run } = completeByAdding(election, setup, { start, step, exhaustive: 'supported', maxSteps: 10_000 })
      let endowment = start
      let plain = plainShares(setup, endowment).funded
      const costOf = (some: readonly number[]) => some.reduce((sum, project) => sum + setup.costs[project]!, 0n)
      const isExhaustive = () =>
        setup.costs.every(
          (cost, project) =>
            plain.includes(project) || setup.electorate.votes[project] === 0 || costOf(plain) + cost > election.budget,
        )
      while (!isExhaustive()) {
        endowment = plus(endowment, step)
        const next = plainShares(setup, endowment).funded
        if (costOf(next) > election.budget) break
        plain = next
      }
      expect({ seed, funded: fundedIn(run) }).toEqual({ seed, funded: plain })
    }
  })

  it('gives the same where money is too large for floats, or an endowment too fine', () => {
    const huge = 10n ** 20n
    let doubts = 0
    for (const seed of seeds.slice(0, 500)) {
      const election = smallElection(seed)
      for (const utility of ['cost', 'cardinality'] as const) {
        const setup = setupOf(election, utility)
        const endowment = fraction(election.budget, election.voters)
        const large = { ...setup, costs: setup.costs.map((cost) => cost * huge) }
        const run = runEqualShares(setup, endowment)
        const inLarge = runEqualShares(large, times(endowment, fraction(huge)))
        expect({ seed, funded: fundedIn(inLarge) }).toEqual({ seed, funded: fundedIn(run) })
        expect({ seed, ties: tiesOf(inLarge) }).toEqual({ seed, ties: tiesOf(run) })
        expect({ seed, empty: emptyPurses(inLarge) }).toEqual({ seed, empty: emptyPurses(run) })
        const prices = run.exact.prices().map(({ n, d }) => text({ n: n * huge, d }))
        expect({ seed, prices: inLarge.exact.prices().map(text) }).toEqual({ seed, prices })
        const fine = plus(endowment, fraction(BigInt(seed % 3), huge + 39n))
        const inFine = runEqualShares(setup, fine)
        const plain = plainShares(setup, fine)
        expect({ seed, funded: fundedIn(inFine) }).toEqual({ seed, funded: plain.funded })
        expect({ seed, prices: inFine.exact.prices().map(text) }).toEqual({ seed, prices: plain.prices })
        doubts += inLarge.doubts + inFine.doubts
      }
    }
    expect(doubts).toBeGreaterThan(500)
  })

  it('bounds every price from both sides', () => {
    for (const seed of seeds.slice(0, 300)) {
      const election = smallElection(seed)
      const setup = setupOf(election, 'cost')
      const run = runEqualShares(setup, fraction(election.budget, election.voters))
      for (const project of setup.costs.keys()) {
        if (run.roundOf[project]! >= 0 || setup.electorate.votes[project] === 0) continue
        const exact = run.exact.price(project)
        expect({ seed, payable: exact !== undefined && priceBelow(run, project) }).toEqual({ seed, payable: false })
        expect(priceAbove(run, project)).toBe(false)
      }
    }
  })

  it('stays exact where money is finer than floats can tell', () => {
    const huge = 10n ** 14n
    const election = budgetElection({
      budget: 3n * huge,
      projects: [
        { id: 'a', cost: huge + 1n },
        { id: 'b', cost: huge },
        { id: 'c', cost: huge + 2n },
      ],
      ballots: [{ projects: ['a', 'b'] }, { projects: ['b', 'c'] }, { projects: ['a', 'c'] }],
    })
    const setup = setupOf(election, 'cardinality')
    const endowment = fraction(election.budget, 3n)
    expect(fundedIn(runEqualShares(setup, endowment))).toEqual(plainShares(setup, endowment).funded)
  })
})

describe('sequential Phragmén', () => {
  it('buys what the definition says, one load a voter', () => {
    for (const seed of seeds.slice(0, 600)) {
      const election = smallElection(seed)
      const setup = setupOf(election, 'cost')
      for (const whenTooDear of ['stop', 'skip'] as const) {
        const ours = countPhragmen({ ...setup, budget: election.budget, whenTooDear })
        expect({ seed, funded: ours.funded }).toEqual({
          seed,
          funded: plainPhragmen(setup, election.budget, whenTooDear),
        })
      }
    }
  })
})

function plainPhragmen(
  { electorate, costs, order }: SharesSetup,
  budget: bigint,
  whenTooDear: 'stop' | 'skip',
): number[] {
  const loads: Fraction[] = Array.from({ length: electorate.groups }, () => zero)
  const supporters = (project: number) => [
    ...electorate.supporter.slice(electorate.supporterStart[project], electorate.supporterStart[project + 1]),
  ]
  const loadOf = (project: number) => {
    const sum = supporters(project).reduce(
      (total, group) => plus(total, times(loads[group]!, fraction(electorate.weight[group]!))),
      zero,
    )
    return over(plus(sum, fraction(costs[project]!)), fraction(electorate.votes[project]!))
  }
  let open = [...costs.keys()].filter((project) => costs[project]! <= budget)
  let spent = 0n
  const funded: number[] = []
  while (open.length > 0) {
    const supported = open.filter((project) => electorate.votes[project]! > 0)
    const least = supported.map(loadOf).toSorted(compare)[0]
    const tied = least ? supported.filter((project) => compare(loadOf(project), least) === 0) : open
    const dear = tied.filter((project) => spent + costs[project]! > budget)
    if (dear.length > 0 && whenTooDear === 'stop') break
    open = open.filter((project) => !dear.includes(project))
    const [next] = tied
      .filter((project) => !dear.includes(project))
      .toSorted((a, b) => order.favour[a]! - order.favour[b]!)
    if (next === undefined) continue
    for (const group of supporters(next)) loads[group] = least ?? zero
    spent += costs[next]!
    funded.push(next)
    open = open.filter((project) => project !== next)
  }
  return funded
}
