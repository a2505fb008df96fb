/**
 * Equal shares usually leaves money over. A completion gives everybody a little more, on paper, and starts again, for as
 * long as what is then bought still fits the real budget (add1), and may spend the rest by votes (add1u, then-greedy).
 *
 * equalshares.net/implementation/completion. The first endowment whose outcome does not fit ends the search: outcomes do
 * not grow steadily with the endowment, so there is no short cut by halving.
 */
import type { BudgetElection } from './election'
import { fundedIn, runEqualShares } from './equal-shares'
import { compare, type Fraction, fraction, plus } from './fractions'
import type { SharesRun, SharesSetup } from './shares-run'

export type AddSettings = {
  start: Fraction
  step: Fraction
  /** Stop as soon as no other project fits; `never` goes on until the next step does not fit. */
  exhaustive: 'supported' | 'all' | 'never'
  maxSteps: number
}

export type Completion = {
  run: SharesRun
  steps: number
  stopped: 'exhaustive' | 'next-step-does-not-fit' | 'everything-funded'
}

export type Progress = (steps: number, spent: bigint) => void

export function completeByAdding(
  election: Pick<BudgetElection, 'budget' | 'projects'>,
  setup: SharesSetup,
  settings: AddSettings,
  progress?: Progress,
): Completion {
  const { budget } = election
  let endowment = settings.start
  let run = runEqualShares(setup, endowment, budget)
  if (run.overspent) throw new RangeError('the start endowment already buys more than the budget')
  for (let steps = 0; ; steps += 1) {
    const open = openProjects(setup, run)
    const counted = settings.exhaustive === 'all' ? open.all : open.supported
    const fits = counted.some((project) => run.spent + setup.costs[project]! <= budget)
    if (settings.exhaustive !== 'never' && !fits) return { run, steps, stopped: 'exhaustive' }
    if (open.supported.length === 0) return { run, steps, stopped: 'everything-funded' }
    if (steps === settings.maxSteps) throw new RangeError(`${steps} steps were not enough: choose a larger addStep`)
    const next = plus(endowment, settings.step)
    const richer = runEqualShares(setup, next, budget)
    if (richer.overspent) return { run, steps, stopped: 'next-step-does-not-fit' }
    endowment = next
    run = richer
    progress?.(steps + 1, run.spent)
  }
}

/** An equal share of the budget, whole or exact, or the amount given. */
export function startEndowment(
  budget: bigint,
  voters: number,
  decimals: number,
  given: 'floor' | 'exact' | Fraction,
): Fraction {
  if (typeof given !== 'string') return given
  if (voters === 0) return fraction(0n)
  if (given === 'exact') return fraction(budget, BigInt(voters))
  const unit = 10n ** BigInt(decimals)
  return fraction((budget / (BigInt(voters) * unit)) * unit)
}

/** Projects that take part, are not funded and are not barred by a funded one. */
function openProjects(setup: SharesSetup, run: SharesRun): { all: number[]; supported: number[] } {
  const closed = new Set(fundedIn(run))
  for (const project of [...closed]) for (const rival of setup.rivals.get(project) ?? []) closed.add(rival)
  const all = setup.costs
    .map((_, project) => project)
    .filter((project) => !closed.has(project) && !setup.leftOut.has(project))
  return { all, supported: all.filter((project) => setup.electorate.votes[project]! > 0) }
}

/** More voters have more of their projects funded in `other` than in `ours`: what Świecie 2023 asked before using equal shares. */
export function comparison(setup: SharesSetup, ours: readonly number[], other: readonly number[]) {
  const { electorate } = setup
  const [inOurs, inOther] = [new Set(ours), new Set(other)]
  let preferOurs = 0
  let preferOther = 0
  for (let group = 0; group < electorate.groups; group += 1) {
    let difference = 0
    for (let mark = electorate.approvedStart[group]!; mark < electorate.approvedStart[group + 1]!; mark += 1) {
      const project = electorate.approved[mark]!
      difference += Number(inOther.has(project)) - Number(inOurs.has(project))
    }
    if (difference > 0) preferOther += electorate.weight[group]!
    if (difference < 0) preferOurs += electorate.weight[group]!
  }
  return { preferOurs, preferOther }
}

/** The share of voters who support a project reaches its share of `factor` budgets. */
export function isEligible(votes: number, voters: number, cost: bigint, budget: bigint, factor: Fraction): boolean {
  return compare(fraction(BigInt(votes) * budget * factor.n), fraction(cost * BigInt(voters) * factor.d)) >= 0
}
