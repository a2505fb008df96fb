/** Votes on short statements — agree, disagree, pass — gathered into one table of people and statements. */
import { compareIds } from '#app/domain/voting/rules/ties'

/** 1 agree, −1 disagree, 0 pass. */
export type Vote = -1 | 0 | 1
/** `at` orders the votes of one person on one statement; without it the later one in the list counts. */
export type CastVote = { participant: string; statement: string; vote: Vote; at?: number }

/** What moderators decided on a statement: 1 let in, 0 not yet looked at, −1 kept out; `meta` tells about the people, not the matter. */
export type Statement = { id: string; moderation: -1 | 0 | 1; meta: boolean }

/**
 * Who voted what, one row a participant, only the statements that person saw: the votes of row r are at places
 * `rowStart[r]` to `rowStart[r + 1] − 1` of `column` and `vote`, columns rising.
 */
export type VoteTable = {
  participants: readonly string[]
  statements: readonly string[]
  /** Statements that moderators set aside: they count nowhere but in the totals. */
  setAside: readonly boolean[]
  rowStart: Int32Array
  column: Int32Array
  vote: Int8Array
  /** When each participant first voted; not there unless every vote has a time. */
  arrived?: Float64Array
}

/** Votes as they come, 17 bytes each. */
export type VoteBox = {
  cast: number
  participants: Map<string, number>
  statements: Map<string, number>
  participant: Int32Array
  statement: Int32Array
  vote: Int8Array
  at: Float64Array
}

export function emptyVotes(): VoteBox {
  return {
    cast: 0,
    participants: new Map(),
    statements: new Map(),
    participant: new Int32Array(1024),
    statement: new Int32Array(1024),
    vote: new Int8Array(1024),
    at: new Float64Array(1024),
  }
}

export function addVote(box: VoteBox, { participant, statement, vote, at }: CastVote): void {
  if (box.cast === box.vote.length) widen(box)
  box.participant[box.cast] = placeOf(box.participants, participant)
  box.statement[box.cast] = placeOf(box.statements, statement)
  box.vote[box.cast] = vote
  box.at[box.cast] = at ?? 0
  box.cast += 1
}

/**
 * The table of all votes, participants and statements in the order of their ids, so that the same votes in any order
 * give the same table. When a person voted several times on a statement, the vote with the latest `at` counts, and of
 * equals the last one put in. Statements that nobody voted on are columns too.
 *
 * `onlyApproved` sets aside what moderators have not let in yet; otherwise only what they kept out. Statements about
 * the people themselves (meta) are always set aside.
 */
export function tableOf(box: VoteBox, statements: readonly Statement[] = [], onlyApproved = false): VoteTable {
  const names = [...new Set([...box.statements.keys(), ...statements.map(({ id }) => id)])].sort(compareIds)
  const participants = [...box.participants.keys()].sort(compareIds)
  const kept = new Map(statements.map((statement) => [statement.id, !isOut(statement, onlyApproved)]))
  const columns = ranksOf(box.statements, names)
  const rows = ranksOf(box.participants, participants)
  return {
    participants,
    statements: names,
    setAside: names.map((name) => kept.get(name) === false),
    ...layOut(box, rows, columns),
    ...arrivals(box, rows),
  }
}

function isOut({ moderation, meta }: Statement, onlyApproved: boolean): boolean {
  return meta || (onlyApproved ? moderation !== 1 : moderation === -1)
}

function placeOf(places: Map<string, number>, id: string): number {
  const known = places.get(id)
  if (known !== undefined) return known
  places.set(id, places.size)
  return places.size - 1
}

function ranksOf(places: ReadonlyMap<string, number>, ordered: readonly string[]): Int32Array {
  const ranks = new Int32Array(places.size)
  for (const [rank, id] of ordered.entries()) {
    const place = places.get(id)
    if (place !== undefined) ranks[place] = rank
  }
  return ranks
}

function layOut(box: VoteBox, rows: Int32Array, columns: Int32Array) {
  const byRow = orderedByRow(box, rows)
  const rowStart = new Int32Array(rows.length + 1)
  const column = new Int32Array(box.cast)
  const vote = new Int8Array(box.cast)
  let [read, place] = [0, 0]
  for (let row = 0; row < rows.length; row += 1) {
    const latest = new Map<number, number>()
    for (; read < box.cast && rows[box.participant[byRow[read]!]!] === row; read += 1) {
      const one = byRow[read]!
      const index = columns[box.statement[one]!]!
      const before = latest.get(index)
      if (before === undefined || box.at[one]! >= box.at[before]!) latest.set(index, one)
    }
    for (const [index, one] of [...latest].sort(([left], [right]) => left - right)) {
      column[place] = index
      vote[place] = box.vote[one]!
      place += 1
    }
    rowStart[row + 1] = place
  }
  return { rowStart, column: column.slice(0, place), vote: vote.slice(0, place) }
}

function arrivals(box: VoteBox, rows: Int32Array): { arrived?: Float64Array } {
  const arrived = new Float64Array(rows.length).fill(Number.POSITIVE_INFINITY)
  for (let one = 0; one < box.cast; one += 1) {
    const [row, at] = [rows[box.participant[one]!]!, box.at[one]!]
    if (at === 0) return {}
    arrived[row] = Math.min(arrived[row]!, at)
  }
  return { arrived }
}

/** The votes' places sorted by row, the votes of a row in the order in which they came. */
function orderedByRow(box: VoteBox, rows: Int32Array): Int32Array {
  const next = new Int32Array(rows.length + 1)
  for (let one = 0; one < box.cast; one += 1) next[rows[box.participant[one]!]! + 1]! += 1
  for (let row = 0; row < rows.length; row += 1) next[row + 1]! += next[row]!
  const ordered = new Int32Array(box.cast)
  for (let one = 0; one < box.cast; one += 1) {
    const row = rows[box.participant[one]!]!
    ordered[next[row]!] = one
    next[row]! += 1
  }
  return ordered
}

function widen(box: VoteBox): void {
  const length = box.vote.length * 2
  const wider = <Kind extends Int32Array | Int8Array | Float64Array>(from: Kind, to: Kind): Kind => {
    to.set(from)
    return to
  }
  box.participant = wider(box.participant, new Int32Array(length))
  box.statement = wider(box.statement, new Int32Array(length))
  box.vote = wider(box.vote, new Int8Array(length))
  box.at = wider(box.at, new Float64Array(length))
}
