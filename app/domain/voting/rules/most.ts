/** The options with the most, up to a number of seats; a tie across the last seat goes by the permutation. */
import type { Tie } from './outcome'
import { compareIds, type Permutation } from './ties'

export interface Most {
  /** Option indexes, best first. */
  winners: number[]
  /** Groups of equal total, best first. */
  groups: number[][]
  ties: Tie[]
}

/** `compare` orders two options' totals ascending and exactly; only options that `mayWin` take a seat. */
export function mostOf(
  options: readonly string[],
  seats: number,
  compare: (a: number, b: number) => number,
  mayWin: (option: number) => boolean,
  permutation: Permutation,
): Most {
  const order = options.map((_, index) => index).sort((a, b) => compare(b, a) || permutation[a]! - permutation[b]!)
  const groups: number[][] = []
  for (const option of order) {
    const last = groups.at(-1)
    if (last && compare(last[0]!, option) === 0) last.push(option)
    else groups.push([option])
  }
  const eligible = order.filter(mayWin)
  const winners = eligible.slice(0, seats)
  return { winners, groups, ties: tieAtTheEdge(options, winners, eligible, compare) }
}

function tieAtTheEdge(
  options: readonly string[],
  winners: readonly number[],
  eligible: readonly number[],
  compare: (a: number, b: number) => number,
): Tie[] {
  const last = winners.at(-1)
  const next = eligible[winners.length]
  if (last === undefined || next === undefined || compare(last, next) !== 0) return []
  const names = (some: readonly number[]) =>
    some.filter((option) => compare(option, last) === 0).map((option) => options[option]!)
  return [{ between: names(eligible).sort(compareIds), chosen: names(winners), how: 'permutation', purpose: 'win' }]
}
