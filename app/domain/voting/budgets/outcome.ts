/** What a budget count hands back: who won, in which order, what each project cost whom, and why. */
import type { Sentence } from '#app/domain/voting/rules/outcome'
import { type BudgetElection, money } from './election'
import { decimal, type Fraction, fraction } from './fractions'
import type { BudgetTie } from './tie-break'
import type { BudgetVote } from './vote'

/** Amounts are decimals in the currency; `exact` amounts are fractions, where a decimal is cut off. */
export type BudgetOutcome = {
  winners: string[]
  /** Winners in the order of funding. */
  order: string[]
  cost: string
  /** What each voter had to spend, and the same exactly. */
  endowment?: string
  endowmentExact?: string
  completion?: { start: string; step: string; steps: number; stopped: string }
  comparison?: { preferThis: number; preferGreedy: number; chosen: 'this' | 'greedy' }
  payments: Record<string, Payment>
  stages: BudgetStage[]
  ties: BudgetTie[]
  explanation: Sentence[]
}

export type Payment = {
  /** What each supporter paid who could pay in full. */
  pays: string
  effectiveVotes: string
}

/** How a project came to be funded: paid in equal shares, for free, bought at a load, or by its support. */
export type BudgetStage = {
  elected: string[]
  by: 'equal-shares' | 'free' | 'phragmen' | 'support'
  cost: string
  spent: string
  left: string
  /** Equal shares: the price; Phragmén: the load. */
  exact?: string
} & Partial<Payment> & { load?: string }

export const exactText = ({ n, d }: Fraction) => (d === 1n ? `${n}` : `${n}/${d}`)

export function exactFrom(text: string): Fraction {
  const [n = '0', d = '1'] = text.split('/')
  return fraction(BigInt(n), BigInt(d))
}

/** Money that may be a fraction of the smallest unit, in the currency. */
export function inCurrency({ decimals }: Pick<BudgetElection, 'decimals'>, { n, d }: Fraction): Fraction {
  return fraction(n, d * 10n ** BigInt(decimals))
}

export type Funded = { project: number; by: BudgetStage['by']; price?: Fraction; load?: Fraction }

/** Stages, payments and sums of projects funded in this order. */
export function fundedOutcome({ election, ids, costs }: BudgetVote, funded: readonly Funded[]) {
  let spent = 0n
  const payments: [string, Payment][] = []
  const stages = funded.map(({ project, by, price, load }): BudgetStage => {
    spent += costs[project]!
    const payment = price && paymentOf(election, costs[project]!, price)
    if (payment) payments.push([ids[project]!, payment])
    return {
      elected: [ids[project]!],
      by,
      cost: money(election, costs[project]!),
      spent: money(election, spent),
      left: money(election, election.budget - spent),
      ...payment,
      ...(price && { exact: exactText(inCurrency(election, price)) }),
      ...(load && { load: decimal(inCurrency(election, load)), exact: exactText(inCurrency(election, load)) }),
    }
  })
  const order = funded.map(({ project }) => ids[project]!)
  return { winners: order, order, cost: money(election, spent), payments: Object.fromEntries(payments), stages, spent }
}

function paymentOf(election: BudgetElection, cost: bigint, price: Fraction): Payment {
  const votes = price.n === 0n ? fraction(0n) : fraction(cost * price.d, price.n)
  return { pays: decimal(inCurrency(election, price)), effectiveVotes: decimal(votes) }
}
