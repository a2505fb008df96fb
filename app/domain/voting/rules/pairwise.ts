/**
 * Pairwise comparison: for every two options, how many ballots rank one strictly above the other.
 *
 * Options left out are tied below all ranked ones (`tied-last`), or compared with nobody (`ignored`). Equal ranks give
 * no vote either way. An option marked again counts at its first place; a rank with unreadable marks is passed over.
 */
import { type BallotBox, endOf, optionOf, TIED } from './ballots'
import type { Table } from './outcome'

export const MOST_COMPARED = 1000

/** Row by row: `votes[a * size + b]` ballots prefer a to b. */
export interface Pairwise {
  size: number
  votes: Float64Array
}

/** How strong a defeat is; declared before the vote, because winners can differ. */
export type Strength = 'winning-votes' | 'margins' | 'ratio'

export interface Defeat {
  winner: number
  loser: number
  for: number
  against: number
}

/** Throws a RangeError above `MOST_COMPARED` options: the comparison grows with their square. */
export function comparePairs(box: BallotBox, unranked: 'tied-last' | 'ignored'): Pairwise {
  const size = box.options.length
  if (size > MOST_COMPARED) throw new RangeError(`options compared in pairs can be ${MOST_COMPARED} at most`)
  const votes = new Float64Array(size * size)
  const seen = new Int32Array(size).fill(-1)
  const ranked = new Int32Array(size)
  for (let ballot = 0; ballot < box.distinct; ballot++) {
    const copies = box.copies[ballot]!
    const end = endOf(box, ballot)
    let count = 0
    let place = 0
    for (let at = box.starts[ballot]!; at < end; at++) {
      const mark = box.marks[at]!
      const option = optionOf(mark)
      if (!(mark & TIED)) place = count
      if (option < 0 || seen[option] === ballot) continue
      seen[option] = ballot
      for (let better = 0; better < place; better++) votes[ranked[better]! * size + option]! += copies
      ranked[count++] = option
    }
    if (unranked === 'ignored') continue
    for (let option = 0; option < size; option++) {
      if (seen[option] === ballot) continue
      for (let better = 0; better < count; better++) votes[ranked[better]! * size + option]! += copies
    }
  }
  return { size, votes }
}

/** Every pair with a winner. */
export function defeatsOf({ size, votes }: Pairwise): Defeat[] {
  const defeats: Defeat[] = []
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const [ab, ba] = [votes[a * size + b]!, votes[b * size + a]!]
      if (ab > ba) defeats.push({ winner: a, loser: b, for: ab, against: ba })
      if (ba > ab) defeats.push({ winner: b, loser: a, for: ba, against: ab })
    }
  }
  return defeats
}

/** Negative when a is the stronger defeat; exact. Under winning votes, fewer opposing votes come first if told to. */
export function byStrength(strength: Strength, thenAgainst = false): (a: Defeat, b: Defeat) => number {
  if (strength === 'margins') return (a, b) => b.for - b.against - (a.for - a.against)
  if (strength === 'ratio') {
    return (a, b) => {
      const [left, right] = [BigInt(a.for) * BigInt(b.against), BigInt(b.for) * BigInt(a.against)]
      return left > right ? -1 : left < right ? 1 : a.against === 0 && b.against === 0 ? b.for - a.for : 0
    }
  }
  return (a, b) => b.for - a.for || (thenAgainst ? a.against - b.against : 0)
}

/** The option that beats every other, if there is one. */
export function condorcetWinner({ size, votes }: Pairwise): number | undefined {
  for (let a = 0; a < size; a++) {
    let beats = 0
    for (let b = 0; b < size; b++) if (b !== a && votes[a * size + b]! > votes[b * size + a]!) beats++
    if (beats === size - 1) return a
  }
  return undefined
}

export function pairTable(options: readonly string[], value: (a: number, b: number) => number | string): Table {
  return Object.fromEntries(
    options.map((id, a) => [
      id,
      Object.fromEntries(options.flatMap((other, b) => (a === b ? [] : [[other, value(a, b)]]))),
    ]),
  )
}

/** How many ballots name at least one option; the others are blank. */
export function rankedBallots(box: BallotBox): number {
  let valid = 0
  for (let ballot = 0; ballot < box.distinct; ballot++) {
    for (let at = box.starts[ballot]!; at < endOf(box, ballot); at++) {
      if (optionOf(box.marks[at]!) < 0) continue
      valid += box.copies[ballot]!
      break
    }
  }
  return valid
}
