/** Ballots written as the wide CSV that `csv-ballots` reads. */
import { type BallotBox, BLANK, endOf, OVERVOTE, optionOf, TIED } from '#app/domain/voting/rules/ballots'
import { writeCell } from './csv-cells'

/** Wide, equal ballots on one line; equal ranks cannot be written in this layout. */
export function* writeCsv(box: BallotBox): Generator<string> {
  if (box.scored) {
    yield ['count', ...box.options.map(writeCell)].join(',')
    for (let ballot = 0; ballot < box.distinct; ballot++) yield scoredLine(box, ballot)
    return
  }
  const lengths = Array.from({ length: box.distinct }, (_, ballot) => endOf(box, ballot) - box.starts[ballot]!)
  const width = lengths.reduce((most, length) => Math.max(most, length), 1)
  yield ['count', ...Array.from({ length: width }, (_, at) => `rank${at + 1}`)].join(',')
  for (let ballot = 0; ballot < box.distinct; ballot++) {
    const marks = [...box.marks.subarray(box.starts[ballot]!, endOf(box, ballot))]
    if (marks.some((mark) => mark & TIED)) throw new RangeError('equal ranks cannot be written as CSV')
    const cells = marks.map((mark) =>
      mark === OVERVOTE ? 'overvote' : mark === BLANK ? '' : writeCell(box.options[mark]!),
    )
    yield [box.copies[ballot], ...cells, ...new Array(width - cells.length).fill('')].join(',')
  }
}

function scoredLine(box: BallotBox, ballot: number): string {
  const cells = new Array<string | number>(box.options.length).fill('')
  for (let at = box.starts[ballot]!; at < endOf(box, ballot); at++) {
    cells[optionOf(box.marks[at]!)] = box.points[at]! / box.pointUnit
  }
  return [box.copies[ballot], ...cells].join(',')
}
