/**
 * Approval: a ballot names any number of options; the options named on most ballots win.
 *
 * Brams and Fishburn, Approval Voting (1983). Units: ballots. An option named twice on one ballot counts once.
 * Invalid: more than `maxChoices` or fewer than `minChoices` different options, or a place with unreadable marks.
 * An empty ballot is valid (approves nobody) unless `minChoices` says otherwise.
 * Ties across the last seat: the permutation. An option that nobody names never wins.
 */
import { type BallotBox, BLANK, endOf, OVERVOTE, TIED } from './ballots'
import type { InvalidBallot, Outcome } from './outcome'
import { mostVotes } from './plurality'
import type { Permutation } from './ties'

export interface ApprovalSettings {
  seats: number
  minChoices: number
  maxChoices?: number | undefined
  permutation: Permutation
}

export function countApproval(box: BallotBox, settings: ApprovalSettings): Outcome {
  const { minChoices, maxChoices = Number.POSITIVE_INFINITY } = settings
  const votes = new Array<number>(box.options.length).fill(0)
  const invalid: InvalidBallot[] = []
  const named = new Set<number>()
  let valid = 0
  for (let ballot = 0; ballot < box.distinct; ballot++) {
    const copies = box.copies[ballot]!
    const why = namedOn(box, ballot, named) ?? outsideLimits(named.size, minChoices, maxChoices)
    if (why) invalid.push({ line: box.lines[ballot]!, why, ballots: copies })
    else {
      for (const option of named) votes[option]! += copies
      valid += copies
    }
  }
  return mostVotes(box, votes, valid, invalid, settings.seats, settings.permutation, 'approval')
}

function namedOn(box: BallotBox, ballot: number, named: Set<number>): string | undefined {
  named.clear()
  for (let at = box.starts[ballot]!; at < endOf(box, ballot); at++) {
    const mark = box.marks[at]!
    if (mark === OVERVOTE) return 'unreadable'
    if (mark !== BLANK) named.add(mark & ~TIED)
  }
  return undefined
}

function outsideLimits(choices: number, least: number, most: number): string | undefined {
  return choices < least ? 'too-few-choices' : choices > most ? 'too-many-choices' : undefined
}
