/**
 * The Schulze method: x wins if no option has a stronger path of defeats to x than x has back.
 *
 * Schulze, arXiv:1804.02973; Social Choice and Welfare 36 (2011). A defeat's strength is its winning votes (declared
 * default), its margin or its ratio; a path is as strong as its weakest defeat; no path is strength 0. Units: ballots.
 * Winners: p[x][y] ≥ p[y][x] for all y. Several winners are a real outcome: all are reported, or, where the count is to be
 * `resolute`, the one that the permutation chooses among them; `ties` names it in both cases. Ranking: winners, then
 * winners among the rest, and so on.
 * Blank ballots are valid and compare nothing. Errors: RangeError above 1,000 options.
 */
import type { BallotBox } from './ballots'
import type { Outcome, Sentence } from './outcome'
import {
  byStrength,
  comparePairs,
  condorcetWinner,
  type Defeat,
  defeatsOf,
  pairTable,
  rankedBallots,
  type Strength,
} from './pairwise'
import { decimalOf, rational } from './rational'
import { compareIds, favourite, type Permutation } from './ties'

export interface SchulzeSettings {
  strength: Strength
  unranked: 'tied-last' | 'ignored'
  /** One winner, whatever is tied */
  resolute: boolean
  permutation: Permutation
}

export function countSchulze(box: BallotBox, { strength, unranked, resolute, permutation }: SchulzeSettings): Outcome {
  const { options } = box
  const pairwise = comparePairs(box, unranked)
  const { size, votes } = pairwise
  const { levels, shown } = leveled(defeatsOf(pairwise), strength)
  const paths = strongestPaths(size, levels)
  const valid = rankedBallots(box)
  const groups = valid === 0 ? [] : rankingOf(size, paths)
  const ids = (group: readonly number[]) => group.map((option) => options[option]!).sort(compareIds)
  const first = groups[0] ?? []
  const only = first.length > 1 ? [favourite(first, permutation)] : first
  const won = resolute ? only : first
  return {
    winners: ids(won),
    ...(first.length > 1 && { winnerSets: ids(first).map((id) => [id]) }),
    ranking: groups.map(ids),
    pairwise: pairTable(options, (a, b) => votes[a * size + b]!),
    strengths: pairTable(options, (a, b) => shown[paths[a * size + b]!]!),
    valid: box.ballots,
    invalid: [],
    ties:
      first.length > 1
        ? [
            {
              between: ids(first),
              chosen: ids(only),
              how: 'permutation',
              purpose: 'win',
            },
          ]
        : [],
    explanation: first.length === 0 ? [] : reasons(options, { first, won }, condorcetWinner(pairwise), paths, shown),
  }
}

/** Strengths as ranks 1 (weakest) upwards, so that paths compare small whole numbers whatever the strength is. */
function leveled(defeats: Defeat[], strength: Strength) {
  const stronger = byStrength(strength)
  const upwards = [...defeats].sort((a, b) => stronger(b, a))
  const shown: (number | string)[] = [0]
  const levels = new Map<Defeat, number>()
  upwards.forEach((defeat, at) => {
    if (at === 0 || stronger(upwards[at - 1]!, defeat) !== 0) shown.push(strengthOf(defeat, strength))
    levels.set(defeat, shown.length - 1)
  })
  return { levels, shown }
}

function strengthOf({ for: votes, against }: Defeat, strength: Strength): number | string {
  if (strength === 'winning-votes') return votes
  if (strength === 'margins') return votes - against
  return against === 0 ? 'unopposed' : decimalOf(rational(votes, against), 12)
}

/** Floyd and Warshall's algorithm on (max, min). */
function strongestPaths(size: number, levels: ReadonlyMap<Defeat, number>): Int32Array {
  const paths = new Int32Array(size * size)
  for (const [{ winner, loser }, level] of levels) paths[winner * size + loser] = level
  for (let through = 0; through < size; through++) {
    for (let from = 0; from < size; from++) {
      const before = paths[from * size + through]!
      if (from === through || before === 0) continue
      for (let to = 0; to < size; to++) {
        const after = paths[through * size + to]!
        const path = Math.min(before, after)
        if (to !== from && path > paths[from * size + to]!) paths[from * size + to] = path
      }
    }
  }
  return paths
}

function rankingOf(size: number, paths: Int32Array): number[][] {
  const groups: number[][] = []
  let left = Array.from({ length: size }, (_, option) => option)
  while (left.length > 0) {
    const unbeaten = left.filter((x) => left.every((y) => paths[x * size + y]! >= paths[y * size + x]!))
    groups.push(unbeaten)
    left = left.filter((option) => !unbeaten.includes(option))
  }
  return groups
}

function reasons(
  options: readonly string[],
  { first, won }: { first: readonly number[]; won: readonly number[] },
  condorcet: number | undefined,
  paths: Int32Array,
  shown: readonly (number | string)[],
): Sentence[] {
  const size = options.length
  const best = won[0]!
  return options.map((option, index): Sentence => {
    if (index === condorcet) return { key: 'count.schulze.beats-all', option, values: {} }
    if (won.includes(index)) return { key: 'count.schulze.unbeaten', option, values: {} }
    if (first.includes(index)) return { key: 'count.lost-by-lot', option, values: { by: options[best]! } }
    const winner = first.find((w) => paths[w * size + index]! > paths[index * size + w]!) ?? best
    const values = {
      by: options[winner]!,
      path: shown[paths[winner * size + index]!]!,
      back: shown[paths[index * size + winner]!]!,
    }
    return { key: 'count.schulze.beaten', option, values }
  })
}
