/** What unites: statements that every group agrees with, and those that nearly everybody answers alike. */
import { compare, type Fraction, fraction } from '#app/domain/voting/budgets/fractions'
import { isSignificant, overHalf, share } from './proportions'
import type { Tally } from './tallies'

/** At most this many statements a list. */
const mostShown = 5

/**
 * Group-informed consensus of each statement: the product over the groups of (agree + 1) / (seen + 2), exactly.
 * High only when no group objects (Small et al. 2021). `groups[g][s]` is group g's tally of statement s.
 */
export function groupConsensus(groups: readonly (readonly Tally[])[]): Fraction[] {
  const statements = groups[0]?.length ?? 0
  return Array.from({ length: statements }, (_, statement) => {
    let [above, below] = [1n, 1n]
    for (const group of groups) {
      above *= BigInt(group[statement]!.agree + 1)
      below *= BigInt(group[statement]!.seen + 2)
    }
    return fraction(above, below)
  })
}

/** Statements not set aside, the one that unites the groups most first; equals in the statements' order. */
export function unitingFirst(consensus: readonly Fraction[], setAside: readonly boolean[]): number[] {
  const shown = consensus.map((_, statement) => statement).filter((statement) => !setAside[statement])
  return shown.sort((left, right) => compare(consensus[right]!, consensus[left]!) || left - right)
}

export type Majority = { statement: number; successes: number; trials: number; share: number; test: number }

/**
 * Statements that significantly more than half of all who saw them agree with (or disagree with), at most five a list,
 * by share times z, equals in the statements' order. Sums and roots of whole numbers only, so equal counts compare equal.
 */
export function majorities(all: readonly Tally[], setAside: readonly boolean[]) {
  return { agree: topOf(all, setAside, 'agree'), disagree: topOf(all, setAside, 'disagree') }
}

function topOf(all: readonly Tally[], setAside: readonly boolean[], direction: 'agree' | 'disagree'): Majority[] {
  const found = all.map((tally, statement) => ({
    statement,
    successes: tally[direction],
    trials: tally.seen,
    share: share(tally[direction], tally.seen),
    test: overHalf(tally[direction], tally.seen),
  }))
  return found
    .filter((one) => !setAside[one.statement] && one.share > 0.5 && isSignificant(one.test))
    .sort((left, right) => right.share * right.test - left.share * left.test || left.statement - right.statement)
    .slice(0, mostShown)
}
