/** Which option an instant-runoff ballot counts for now, under the published switches. */
import { type BallotBox, BLANK, endOf, OVERVOTE, optionOf, TIED } from './ballots'

/**
 * The switches of the RCTab configuration vocabulary, and their statutes: Maine 21-A MRS §723-A exhausts at an
 * overvote and at two skipped ranks in a row; Minneapolis Code §167.70 skips the overvoted rank.
 */
export interface IrvSwitches {
  /** Several marks in one rank, told apart or not. `skip-ballot`: a ballot with one anywhere is invalid. */
  overvote: 'exhaust' | 'skip-rank' | 'skip-ballot' | 'exhaust-if-several-continue'
  /** So many blank ranks in a row end the ballot, if marks follow; 0 is never. An overvoted rank is not blank. */
  skippedRanksExhaustAt: number
  /** An option marked again: pass over it, or end the ballot there. */
  duplicates: 'ignore' | 'exhaust'
  /** `exhaust`: a ballot that reaches a write-in ends there; write-ins are no options. */
  writeIns: 'count' | 'exhaust'
}

export type Exhaustion = 'overvote' | 'skipped-ranks' | 'duplicate' | 'write-in' | 'no-more-choices'

export const WRITE_IN = /^\$?(undeclared |uncertified )?write-?ins?$|^UWI$/i

/** An option's index, or why the ballot counts for nobody any more. */
export function readIrv(
  box: BallotBox,
  ballot: number,
  isContinuing: (option: number) => boolean,
  isWriteIn: (option: number) => boolean,
  switches: IrvSwitches,
): number | Exhaustion {
  const { marks } = box
  const start = box.starts[ballot]!
  const end = endOf(box, ballot)
  let blanks = 0
  for (let at = start; at < end; ) {
    const mark = marks[at]!
    if (mark === BLANK) {
      blanks++
      at++
      continue
    }
    if (switches.skippedRanksExhaustAt > 0 && blanks >= switches.skippedRanksExhaustAt) return 'skipped-ranks'
    blanks = 0
    let after = at + 1
    while (after < end && marks[after]! & TIED) after++
    if (switches.duplicates === 'exhaust' && isRepeated(marks, start, at, after)) return 'duplicate'
    if (mark === OVERVOTE || after - at > 1) {
      const found = overvoted(marks, at, after, isContinuing, switches)
      if (found !== undefined) return found
    } else {
      if (switches.writeIns === 'exhaust' && isWriteIn(mark)) return 'write-in'
      if (isContinuing(mark)) return mark
    }
    at = after
  }
  return 'no-more-choices'
}

export function hasOvervote(box: BallotBox, ballot: number): boolean {
  for (let at = box.starts[ballot]!; at < endOf(box, ballot); at++) {
    const mark = box.marks[at]!
    if (mark === OVERVOTE || mark & TIED) return true
  }
  return false
}

function overvoted(
  marks: Uint16Array,
  at: number,
  after: number,
  isContinuing: (option: number) => boolean,
  { overvote }: IrvSwitches,
): number | Exhaustion | undefined {
  if (overvote === 'skip-rank') return undefined
  if (overvote !== 'exhaust-if-several-continue' || marks[at] === OVERVOTE) return 'overvote'
  const continuing = [...marks.subarray(at, after)].map(optionOf).filter(isContinuing)
  return continuing.length > 1 ? 'overvote' : continuing[0]
}

function isRepeated(marks: Uint16Array, start: number, at: number, after: number): boolean {
  for (let here = at; here < after; here++) {
    const option = optionOf(marks[here]!)
    for (let before = start; option >= 0 && before < at; before++) {
      if (optionOf(marks[before]!) === option) return true
    }
  }
  return false
}
