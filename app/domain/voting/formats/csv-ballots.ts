/**
 * Ballots as CSV, UTF-8, the first line naming the columns.
 *
 * Wide, a row a ballot: `ballot,rank1,rank2` or `count,1st Choice,2nd Choice` (ranks, or the choices of an approval
 * ballot), or one column an option for points. Long, a row a mark: `ballot_id,rank,choice`, `ballot_id,choice`,
 * `ballot_id,choice,points`; the rows of one ballot stand together, and none twice. An empty cell or `undervote` is a skipped rank,
 * `overvote` several marks in one rank. Options are the choices found, unless a closed list is given.
 */
import { BLANK, emptyBox, MOST_OPTIONS, OVERVOTE, TIED } from '#app/domain/voting/rules/ballots'
import type { BallotFile } from './ballot-file'
import { cast, copiesOf, optionAt } from './casting'
import { cellsOf, separatorOf } from './csv-cells'
import { type CsvContent, type CsvHead, readHead } from './csv-heads'
import { InputFault, shown } from './faults'
import type { LineReader } from './lines'
import { noIds, see } from './seen-ids'

interface Row {
  rank: number
  mark: number
  points: number
}

const HIGHEST_RANK = 10_000
const MOST_POINTS = 1_000_000_000

export function csvReader(content: CsvContent, closedOptions?: readonly string[]): LineReader<BallotFile> {
  const box = emptyBox(closedOptions ?? [], content === 'points')
  const isClosed = closedOptions !== undefined
  const ids = noIds()
  let separator = ','
  let head: CsvHead | undefined
  let rows: Row[] = []
  const marked = new Set<number>()
  let current: string | undefined
  let currentLine = 0

  const markOf = (cell: string, number: number): number => {
    const text = cell.trim()
    if (text === '' || /^\$?(under ?vote|skipped)$/i.test(text)) return BLANK
    return /^\$?over ?vote$/i.test(text) ? OVERVOTE : optionAt(box, text, number, isClosed)
  }

  const newBallot = (id: string, number: number) => {
    if (id === '') throw new InputFault(number, 'the ballot number is missing')
    if (!see(ids, id)) throw new InputFault(number, `ballot ${shown(id)} stands in the file already`)
  }

  const finishLong = () => {
    if (current === undefined) return
    if (head?.rank !== undefined) rows.sort((a, b) => a.rank - b.rank)
    const { marks, points } = head?.rank === undefined ? together(rows, content === 'points') : byRank(rows)
    cast(box, marks, marks.length, 1, currentLine, points)
    rows = []
    marked.clear()
  }

  const longLine = (cells: string[], number: number, { ballot, choice, rank, points }: CsvHead) => {
    const id = cells[ballot!]!.trim()
    if (id !== current) {
      finishLong()
      newBallot(id, number)
      current = id
      currentLine = number
    }
    const row: Row = {
      mark: markOf(cells[choice!]!, number),
      rank: rank === undefined ? 1 : rankOf(cells[rank]!, number),
      points: points === undefined ? 0 : pointsOf(cells[points]!, number),
    }
    // On several ranks of a paper an option may stand: the rule says how that is read
    const place = row.rank * (OVERVOTE | TIED) + row.mark
    if (marked.has(place)) {
      const where = rank === undefined ? 'a ballot' : 'one rank of a ballot'
      throw new InputFault(number, `${shown(cells[choice!]!.trim())} stands twice on ${where}`)
    }
    if (rows.length === MOST_OPTIONS) throw new InputFault(number, `a ballot has more than ${MOST_OPTIONS} rows`)
    marked.add(place)
    rows.push(row)
  }

  const wideLine = (cells: string[], number: number, { ballot, copies, columns, names }: CsvHead) => {
    if (ballot !== undefined) newBallot(cells[ballot]!.trim(), number)
    const equal = copies === undefined ? 1 : copiesOf(cells[copies]!.trim(), number)
    if (content === 'points') {
      const given = columns.filter((at) => cells[at]!.trim() !== '')
      const marks = given.map((at) => optionAt(box, names[at]!, number, isClosed))
      cast(
        box,
        marks,
        marks.length,
        equal,
        number,
        given.map((at) => pointsOf(cells[at]!, number)),
      )
      return
    }
    const marks = columns.map((at) => markOf(cells[at]!, number))
    let length = marks.length
    while (length > 0 && marks[length - 1] === BLANK) length--
    cast(box, marks, length, equal, number)
  }

  return {
    line(text, number) {
      if (head === undefined) {
        if (text.trim() === '') throw new InputFault(number, 'the first line should name the columns')
        separator = separatorOf(text)
        head = readHead(cellsOf(text, separator, number), content)
        if (content === 'points' && head.layout === 'wide') {
          for (const at of head.columns) optionAt(box, head.names[at]!, number, isClosed)
        }
        return
      }
      if (text.trim() === '') return
      const cells = cellsOf(text, separator, number)
      if (cells.length !== head.width) {
        throw new InputFault(number, `this line has ${cells.length} cells, the head ${head.width}`)
      }
      if (head.layout === 'long') longLine(cells, number, head)
      else wideLine(cells, number, head)
    },
    end() {
      if (head === undefined) throw new InputFault(1, 'the file is empty')
      finishLong()
      return { box }
    },
  }
}

/** Rows of one ballot by rank: gaps become blanks, options on one rank share a place. */
function byRank(rows: readonly Row[]): { marks: number[]; points: number[] } {
  const marks: number[] = []
  let reached = 0
  for (const { rank, mark } of rows) {
    const last = marks.at(-1)
    const isShared = rank === reached && mark < OVERVOTE && last !== BLANK && last !== OVERVOTE
    while (reached < rank - 1) {
      marks.push(BLANK)
      reached++
    }
    if (rank === reached && !isShared) continue
    marks.push(isShared ? mark | TIED : mark)
    reached = rank
  }
  while (marks.at(-1) === BLANK) marks.pop()
  return { marks, points: [] }
}

function together(rows: readonly Row[], isScored: boolean): { marks: number[]; points: number[] } {
  const given = rows.filter(({ mark }) => mark !== BLANK)
  const marks = given.map(({ mark }, at) => (isScored || at === 0 || mark === OVERVOTE ? mark : mark | TIED))
  return { marks, points: given.map(({ points }) => points) }
}

function rankOf(cell: string, line: number): number {
  const rank = /^\d{1,5}$/.test(cell.trim()) ? Number(cell) : 0
  if (rank < 1 || rank > HIGHEST_RANK)
    throw new InputFault(line, `${shown(cell)} is not a rank between 1 and ${HIGHEST_RANK}`)
  return rank
}

function pointsOf(cell: string, line: number): number {
  const points = /^[+-]?\d{1,10}$/.test(cell.trim()) ? Number(cell) : Number.NaN
  if (!(Math.abs(points) <= MOST_POINTS)) throw new InputFault(line, `${shown(cell)} is not a whole number of points`)
  return points
}
