/** Where each participant stands on the opinion map, and who has voted enough to be grouped. */
import type { Components } from './principal-components'
import type { VoteTable } from './votes'

/** Enough votes to be grouped: this many, or as many as there are statements. */
const enoughVotes = 7
/** This many people are grouped however little they voted. */
const fewestGrouped = 15

/**
 * Positions [x, y], one a participant, in the table's order: the sum over the statements a person saw of
 * (vote − mean) · axis, times √(number of statements / number seen), so that somebody who saw few statements is not
 * drawn to the middle (Small et al. 2021). Polis counts a statement set aside as seen by everybody, and so do we.
 */
export function positionsOf(table: VoteTable, { means, axes }: Components): [number, number][] {
  const aside = table.setAside.filter(Boolean).length
  return table.participants.map((_, row) => {
    let [x, y, seen] = [0, 0, aside]
    for (let place = table.rowStart[row]!; place < table.rowStart[row + 1]!; place += 1) {
      const index = table.column[place]!
      if (table.setAside[index]) continue
      const deviation = table.vote[place]! - means[index]!
      x += deviation * axes[0][index]!
      y += deviation * axes[1][index]!
      seen += 1
    }
    const stretch = Math.sqrt(table.statements.length / Math.max(seen, 1))
    return [x * stretch, y * stretch]
  })
}

/**
 * Rows of the participants who are grouped: those with at least 7 votes (or all statements, when there are fewer), and
 * 15 more people at the start. Polis groups the most active when fewer than 15 have voted enough, and whoever was
 * grouped once stays; so the first 15 to come are in for good. Where the votes carry no times, the most active up to 15
 * are added instead. Equals in the order of their ids.
 */
export function groupedRows({ participants, statements, rowStart, arrived }: VoteTable): number[] {
  const votes = participants.map((_, row) => rowStart[row + 1]! - rowStart[row]!)
  const rows = participants.map((_, row) => row)
  const early = arrived
    ? rows.toSorted((left, right) => arrived[left]! - arrived[right]! || left - right)
    : rows.toSorted((left, right) => votes[right]! - votes[left]! || left - right)
  const enough = Math.min(enoughVotes, statements.length)
  return early.filter((row, rank) => votes[row]! >= enough || rank < fewestGrouped).sort((a, b) => a - b)
}
