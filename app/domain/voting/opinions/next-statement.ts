/** The statement to show somebody next: by lot, the likelier the less is known about what people think of it. */
import { type Fraction, fraction, plus, zero } from '#app/domain/voting/budgets/fractions'
import { lotsFrom } from '#app/domain/voting/sortition/lots'
import type { Tally } from './tallies'

/** Chances are whole numbers in units of 10⁻¹². */
const unit = 10n ** 12n

/**
 * How little is known about a statement: for each group the variance of its share of agreement, were every share
 * equally likely before anybody voted — (a + 1)(s − a + 1) / ((s + 2)²(s + 3)) for a of s who agreed, the variance of
 * a Beta(a + 1, s − a + 1) distribution — summed over the groups, exactly. It falls as votes come in, faster where
 * people answer alike; a statement nobody saw stands at 1/12 a group. With no groups yet, give everybody's tally alone.
 */
export function uncertainty(groups: readonly Tally[]): Fraction {
  return groups.reduce((sum, tally) => plus(sum, ofGroup(tally)), zero)
}

function ofGroup({ agree, seen }: Tally): Fraction {
  return fraction(BigInt(agree + 1) * BigInt(seen - agree + 1), BigInt(seen + 2) ** 2n * BigInt(seen + 3))
}

export type Candidate = { statement: string; uncertainty: Fraction }
export type NextSettings = {
  /** Published with the conversation. */
  seed: string
  participant: string
  /** Votes that the participant has cast so far: the same statement comes back until there is one more. */
  votesCast: number
}

/**
 * One of the statements that the participant has not voted on and that is not set aside, or nothing when none is left.
 * Chances are proportional to the uncertainty; the lot is drawn with purpose `next-statement` from the seed, the
 * participant and the number of votes cast, so that everybody gets another order and nobody can steer it.
 */
export function nextStatement(candidates: readonly Candidate[], settings: NextSettings): string | undefined {
  const chances = candidates.map((candidate) => chanceOf(candidate.uncertainty))
  const all = chances.reduce((sum, chance) => sum + chance, 0n)
  if (all === 0n) return undefined
  const { seed, participant, votesCast } = settings
  let left = lotsFrom(`${seed}\n${participant}\n${votesCast}`, 'next-statement').below(all)
  for (const [index, { statement }] of candidates.entries()) {
    left -= chances[index]!
    if (left < 0n) return statement
  }
  return undefined
}

/** Never 0: whatever is left can still be drawn. */
function chanceOf({ n, d }: Fraction): bigint {
  return (n * unit) / d + 1n
}
