/**
 * Score and cumulative voting: a ballot gives whole points to options; the highest sum (or average, if declared) wins.
 *
 * Sums follow Pabulib's `cumulative` and `scoring` ballots: an unscored option gets 0. An average is over the ballots
 * that score the option, compared as exact fractions. Units: points,
 * held as whole multiples of 1 / `pointUnit`.
 * Invalid: points below `minPoints` or above `maxPoints`, a sum above `maxSum`, an option scored twice.
 * Ties across the last seat: the permutation. An option that nobody scores never wins.
 */
import { type BallotBox, endOf, TIED } from './ballots'
import { mostOf } from './most'
import { type InvalidBallot, type Outcome, record } from './outcome'
import { compareRationals, decimalOf, type Rational, rational } from './rational'
import type { Permutation } from './ties'

export interface ScoreSettings {
  seats: number
  scoreBy: 'sum' | 'average'
  minPoints?: number | undefined
  maxPoints?: number | undefined
  /** Cumulative ballots: the most points one ballot may hand out. */
  maxSum?: number | undefined
  permutation: Permutation
}

export function countScores(box: BallotBox, settings: ScoreSettings): Outcome {
  const sums = new Array<number>(box.options.length).fill(0)
  const votes = new Array<number>(box.options.length).fill(0)
  const invalid: InvalidBallot[] = []
  let valid = 0
  for (let ballot = 0; ballot < box.distinct; ballot++) {
    const copies = box.copies[ballot]!
    const why = fault(box, ballot, settings)
    if (why) {
      invalid.push({ line: box.lines[ballot]!, why, ballots: copies })
      continue
    }
    valid += copies
    for (let at = box.starts[ballot]!; at < endOf(box, ballot); at++) {
      const option = box.marks[at]! & ~TIED
      sums[option]! += box.points[at]! * copies
      votes[option]! += copies
    }
  }
  return ranked(box, sums, votes, valid, invalid, settings)
}

function ranked(
  box: BallotBox,
  sums: readonly number[],
  votes: readonly number[],
  valid: number,
  invalid: InvalidBallot[],
  { seats, scoreBy, permutation }: ScoreSettings,
): Outcome {
  const scores: Rational[] = sums.map((sum, option) => {
    if (!Number.isSafeInteger(sum)) throw new RangeError(`the points of "${box.options[option]}" pass 2^53`)
    const scorers = scoreBy === 'sum' ? 1 : Math.max(1, votes[option]!)
    return rational(BigInt(sum), BigInt(scorers) * BigInt(box.pointUnit))
  })
  const byScore = (a: number, b: number) => compareRationals(scores[a]!, scores[b]!)
  const most = mostOf(box.options, seats, byScore, (option) => votes[option]! > 0, permutation)
  const ids = (some: readonly number[]) => some.map((option) => box.options[option]!)
  const totals = record(box.options, (option) => decimalOf(scores[option]!))
  const winners = ids(most.winners)
  return {
    winners,
    ranking: most.groups.map(ids),
    totals,
    votes: record(box.options, (option) => String(votes[option])),
    stages: [{ totals, elected: winners, excluded: [] }],
    valid,
    invalid,
    ties: most.ties,
    explanation: box.options.map((option, index) => ({
      key: winners.includes(option) ? 'count.score.won' : 'count.score.did-not-win',
      option,
      values: { score: totals[option]!, votes: votes[index]!, of: valid },
    })),
  }
}

function fault(box: BallotBox, ballot: number, settings: ScoreSettings): string | undefined {
  const { minPoints = Number.NEGATIVE_INFINITY, maxPoints = Number.POSITIVE_INFINITY } = settings
  const start = box.starts[ballot]!
  const end = endOf(box, ballot)
  let sum = 0
  for (let at = start; at < end; at++) {
    const points = box.points[at]!
    if (points < minPoints * box.pointUnit) return 'too-few-points'
    if (points > maxPoints * box.pointUnit) return 'too-many-points'
    sum += points
    for (let before = start; before < at; before++) {
      if (box.marks[before] === box.marks[at]) return 'scored-twice'
    }
  }
  return sum > (settings.maxSum ?? Number.POSITIVE_INFINITY) * box.pointUnit ? 'too-many-points-in-all' : undefined
}
