/**
 * Plurality: one choice on a ballot; the options with the most ballots win.
 *
 * Brams and Fishburn, Voting Procedures, in the Handbook of Social Choice and Welfare 1 (2002), chapter 4.
 * Ballots: the first place of each counts, so a ranking is read as its first choice. Units: ballots.
 * Invalid: an empty ballot; a first place that is blank or holds several options; with `strict`, any second choice.
 * Ties across the last seat: the permutation. An option without a ballot never wins.
 */
import { type BallotBox, BLANK, endOf, OVERVOTE, TIED } from './ballots'
import { mostOf } from './most'
import { type InvalidBallot, type Outcome, record } from './outcome'
import type { Permutation } from './ties'

export interface PluralitySettings {
  seats: number
  /** More than one choice makes a ballot invalid, instead of being read as an order of preference. */
  strict: boolean
  permutation: Permutation
}

export function countPlurality(box: BallotBox, { seats, strict, permutation }: PluralitySettings): Outcome {
  const votes = new Array<number>(box.options.length).fill(0)
  const invalid: InvalidBallot[] = []
  let valid = 0
  for (let ballot = 0; ballot < box.distinct; ballot++) {
    const copies = box.copies[ballot]!
    const why = fault(box, ballot, strict)
    if (why) invalid.push({ line: box.lines[ballot]!, why, ballots: copies })
    else {
      votes[box.marks[box.starts[ballot]!]!]! += copies
      valid += copies
    }
  }
  return mostVotes(box, votes, valid, invalid, seats, permutation, 'plurality')
}

/** Winners by number of ballots, with the sentences that explain them; shared by rules that count ballots an option. */
export function mostVotes(
  box: BallotBox,
  votes: readonly number[],
  valid: number,
  invalid: InvalidBallot[],
  seats: number,
  permutation: Permutation,
  rule: string,
): Outcome {
  const compare = (a: number, b: number) => votes[a]! - votes[b]!
  const most = mostOf(box.options, seats, compare, (option) => votes[option]! > 0, permutation)
  const ids = (some: readonly number[]) => some.map((option) => box.options[option]!)
  const totals = record(box.options, (option) => String(votes[option]))
  const winners = ids(most.winners)
  return {
    winners,
    ranking: most.groups.map(ids),
    totals,
    stages: [{ totals, elected: winners, excluded: [] }],
    valid,
    invalid,
    ties: most.ties,
    explanation: box.options.map((option, index) => ({
      key: winners.includes(option) ? `count.${rule}.won` : `count.${rule}.did-not-win`,
      option,
      values: { votes: votes[index]!, of: valid },
    })),
  }
}

function fault(box: BallotBox, ballot: number, strict: boolean): string | undefined {
  const start = box.starts[ballot]!
  const end = endOf(box, ballot)
  if (start === end) return 'empty'
  const first = box.marks[start]!
  if (first === BLANK) return 'first-choice-blank'
  if (first === OVERVOTE || (start + 1 < end && box.marks[start + 1]! & TIED)) return 'several-first-choices'
  return strict && end - start > 1 ? 'several-choices' : undefined
}
