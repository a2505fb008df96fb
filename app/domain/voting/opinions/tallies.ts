/** How often each statement was agreed with, disagreed with, passed and seen. */
import type { VoteTable } from './votes'

export type Tally = { agree: number; disagree: number; pass: number; seen: number }

/** One tally a statement, in the table's order, over the given rows of participants (all when not given). */
export function tallies(table: VoteTable, rows: Iterable<number> = table.participants.keys()): Tally[] {
  const counts: Tally[] = table.statements.map(() => ({ agree: 0, disagree: 0, pass: 0, seen: 0 }))
  for (const row of rows) {
    for (let place = table.rowStart[row]!; place < table.rowStart[row + 1]!; place += 1) {
      const count = counts[table.column[place]!]!
      const vote = table.vote[place]!
      if (vote === 1) count.agree += 1
      else if (vote === -1) count.disagree += 1
      else count.pass += 1
      count.seen += 1
    }
  }
  return counts
}

/** The sum of several tallies of the same statement. */
export function together(parts: readonly Tally[]): Tally {
  const sum = { agree: 0, disagree: 0, pass: 0, seen: 0 }
  for (const { agree, disagree, pass, seen } of parts) {
    sum.agree += agree
    sum.disagree += disagree
    sum.pass += pass
    sum.seen += seen
  }
  return sum
}
