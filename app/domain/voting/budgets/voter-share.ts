/**
 * "What your vote paid for": a person's ballot followed through a count, on the person's own device.
 *
 * It needs the published result and the ballot, nothing about anybody else: everybody starts with the same money, and
 * what a voter pays for a project is its price, or all that is left.
 */
import { compare, decimal, decimalFraction, type Fraction, minus, over, plus, zero } from './fractions'
import { type BudgetStage, exactFrom } from './outcome'

export type VoterShare = {
  /** Money at the start; only equal shares has it. */
  start?: string
  paid: { project: string; how: BudgetStage['by']; amount: string; inFull: boolean }[]
  /** Equal shares: what is left. */
  left?: string
  total: string
  /** Projects on the ballot that were not funded. */
  notFunded: string[]
}

export type PublishedCount = {
  stages: readonly BudgetStage[]
  endowmentExact?: string
  votes: Readonly<Record<string, string>>
}

/** `approved` are the projects on the ballot with more than no points. Amounts are decimals in the currency. */
export function voterShare(count: PublishedCount, approved: readonly string[]): VoterShare {
  const mine = new Set(approved)
  const start = count.endowmentExact === undefined ? undefined : exactFrom(count.endowmentExact)
  let left = start ?? zero
  let load = zero
  let total = zero
  const paid = count.stages.flatMap((stage) => {
    const [project = ''] = stage.elected
    if (!mine.delete(project)) return []
    const { amount, inFull } = amountOf(stage, project)
    total = plus(total, amount)
    return [{ project, how: stage.by, amount: decimal(amount), inFull }]
  })
  return {
    ...(start && { start: decimal(start), left: decimal(left) }),
    paid,
    total: decimal(total),
    notFunded: approved.filter((project) => mine.has(project)),
  }

  function amountOf(stage: BudgetStage, project: string): { amount: Fraction; inFull: boolean } {
    const exact = exactFrom(stage.exact ?? '0')
    if (stage.by === 'equal-shares') {
      const inFull = compare(exact, left) <= 0
      const amount = inFull ? exact : left
      left = minus(left, amount)
      return { amount, inFull }
    }
    if (stage.by === 'phragmen' && stage.exact !== undefined) {
      const amount = minus(exact, load)
      load = exact
      return { amount, inFull: true }
    }
    return { amount: stage.by === 'support' ? equalPart(stage.cost, count.votes[project]) : zero, inFull: true }
  }
}

/** Where nobody pays from a purse of their own, the cost divided by those who chose the project. */
function equalPart(cost: string, votes = '0'): Fraction {
  const [amount, supporters] = [decimalFraction(cost) ?? zero, decimalFraction(votes) ?? zero]
  return supporters.n === 0n ? zero : over(amount, supporters)
}
