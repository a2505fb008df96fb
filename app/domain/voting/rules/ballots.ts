/** A box of ballots for one vote: identical ballots are kept once, with their number. */

export const MOST_OPTIONS = 10_000
/** Keeps every total in units of 10⁻⁵ below 2⁵³. */
export const MOST_BALLOTS = 1_000_000_000
/** Of ballots that differ: each is kept, and a file must not fill the memory. */
export const MOST_DIFFERENT = 5_000_000
export const MOST_MARKS = 60_000_000

/** A mark is an option's index; these three mark what a paper can also hold. */
export const BLANK = 0x7fff
export const OVERVOTE = 0x7ffe
/** Added to a mark that shares the place of the mark before it. */
export const TIED = 0x8000

export interface BallotBox {
  /** The file's own ids, in the file's order; a mark is an index into it. */
  options: string[]
  names: Map<string, string>
  /** Ballots put in, and how many of them differ. */
  ballots: number
  distinct: number
  /** Ballot i's marks are `marks[starts[i] .. starts[i + 1])`, best first. */
  marks: Uint16Array
  /** Points beside each mark, in units of 1 / pointUnit; empty where ballots carry none. */
  points: Float64Array
  pointUnit: number
  starts: Uint32Array
  copies: Float64Array
  /** Line of the file on which this ballot first stood; 0 where there is no file. */
  lines: Uint32Array
  index: Map<string, number>
  slots: Int32Array
  scored: boolean
}

export function emptyBox(options: Iterable<string> = [], scored = false, pointUnit = 1): BallotBox {
  const box: BallotBox = {
    options: [],
    names: new Map(),
    ballots: 0,
    distinct: 0,
    marks: new Uint16Array(1024),
    points: new Float64Array(scored ? 1024 : 0),
    pointUnit,
    starts: new Uint32Array(256),
    copies: new Float64Array(256),
    lines: new Uint32Array(256),
    index: new Map(),
    slots: new Int32Array(1024).fill(-1),
    scored,
  }
  for (const option of options) addOption(box, option)
  return box
}

export function addOption(box: BallotBox, id: string, name?: string): number {
  const known = box.index.get(id)
  if (known !== undefined) return known
  const added = box.options.push(id) - 1
  box.index.set(id, added)
  if (name !== undefined) box.names.set(id, name)
  return added
}

/** Puts `copies` equal ballots in; the first `length` entries of `marks` (and `points`) are read, nothing is kept. */
export function addBallot(
  box: BallotBox,
  marks: ArrayLike<number>,
  length = marks.length,
  copies = 1,
  line = 0,
  points?: ArrayLike<number>,
): void {
  box.ballots += copies
  let slot = hash(marks, points, length) & (box.slots.length - 1)
  for (let ballot = box.slots[slot]!; ballot >= 0; ballot = box.slots[slot]!) {
    if (isSame(box, ballot, marks, points, length)) {
      box.copies[ballot]! += copies
      return
    }
    slot = (slot + 1) & (box.slots.length - 1)
  }
  box.slots[slot] = append(box, marks, points, length, copies, line)
  if (box.distinct * 2 > box.slots.length) rehash(box)
}

/** One past the marks of ballot i begins ballot i + 1. */
export function endOf(box: BallotBox, ballot: number): number {
  return box.starts[ballot + 1]!
}

/** The option that a mark names, or -1 for a blank or an overvote. */
export function optionOf(mark: number): number {
  return mark & TIED ? mark & ~TIED : mark < OVERVOTE ? mark : -1
}

/** The ballot's places, best first; tied marks share one place, a blank place is empty. For reports, not for counting. */
export function placesOf(box: BallotBox, ballot: number): string[][] {
  const places: string[][] = []
  for (let at = box.starts[ballot]!; at < endOf(box, ballot); at++) {
    const mark = box.marks[at]!
    if (mark === BLANK || mark === OVERVOTE) places.push([])
    else if (mark & TIED) places.at(-1)!.push(box.options[mark & ~TIED]!)
    else places.push([box.options[mark]!])
  }
  return places
}

function append(
  box: BallotBox,
  marks: ArrayLike<number>,
  points: ArrayLike<number> | undefined,
  length: number,
  copies: number,
  line: number,
): number {
  const ballot = box.distinct++
  const start = box.starts[ballot]!
  if (ballot + 2 > box.starts.length) {
    box.starts = grown(box.starts, ballot + 2)
    box.copies = grown(box.copies, ballot + 2)
    box.lines = grown(box.lines, ballot + 2)
  }
  if (start + length > box.marks.length) box.marks = grown(box.marks, start + length)
  for (let i = 0; i < length; i++) box.marks[start + i] = marks[i]!
  if (box.scored) {
    if (start + length > box.points.length) box.points = grown(box.points, start + length)
    for (let i = 0; i < length; i++) box.points[start + i] = points?.[i] ?? 0
  }
  box.starts[ballot + 1] = start + length
  box.copies[ballot] = copies
  box.lines[ballot] = line
  return ballot
}

function isSame(
  box: BallotBox,
  ballot: number,
  marks: ArrayLike<number>,
  points: ArrayLike<number> | undefined,
  length: number,
): boolean {
  const start = box.starts[ballot]!
  if (box.starts[ballot + 1]! - start !== length) return false
  for (let i = 0; i < length; i++) if (box.marks[start + i] !== marks[i]) return false
  if (!box.scored) return true
  for (let i = 0; i < length; i++) if (box.points[start + i] !== (points?.[i] ?? 0)) return false
  return true
}

function hash(marks: ArrayLike<number>, points: ArrayLike<number> | undefined, length: number): number {
  let h = length
  for (let i = 0; i < length; i++) h = Math.imul(h ^ marks[i]!, 0x01000193) + 0x9e37
  if (points) for (let i = 0; i < length; i++) h = Math.imul(h ^ points[i]!, 0x01000193) + 0x9e37
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  return (h ^ (h >>> 13)) >>> 0
}

function rehash(box: BallotBox): void {
  const slots = new Int32Array(box.slots.length * 2).fill(-1)
  for (let ballot = 0; ballot < box.distinct; ballot++) {
    const from = box.starts[ballot]!
    const to = endOf(box, ballot)
    const points = box.scored ? box.points.subarray(from, to) : undefined
    let slot = hash(box.marks.subarray(from, to), points, to - from) & (slots.length - 1)
    while (slots[slot]! >= 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = ballot
  }
  box.slots = slots
}

function grown<T extends Uint16Array | Int32Array | Uint32Array | Float64Array>(array: T, atLeast: number): T {
  const length = Math.max(atLeast, Math.ceil(array.length * 1.5))
  const larger = new (array.constructor as new (length: number) => T)(length)
  larger.set(array)
  return larger
}
