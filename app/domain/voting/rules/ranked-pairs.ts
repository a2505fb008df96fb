/**
 * Ranked pairs: the strongest defeats are kept first, and a defeat that would close a circle is left out.
 *
 * Tideman, Social Choice and Welfare 4 (1987). Defeats by winning votes, then by fewer opposing votes (or by margin or
 * ratio, if declared). Equal defeats: Zavist and Tideman (1989) with the permutation as the tie-breaking ranking: first
 * the defeat whose winner stands earlier in it, then whose loser stands later. Units: ballots.
 * `ties` names groups of equal defeats in which the order mattered: one was left out because of another.
 * Options that no kept defeat orders share a rank; several first ones are all winners, or, where the count is to be
 * `resolute`, the one that the permutation chooses among them. Errors: as Schulze.
 */
import type { BallotBox } from './ballots'
import type { Outcome, Sentence, Tie } from './outcome'
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
import { compareIds, favourite, type Permutation } from './ties'

export interface RankedPairsSettings {
  strength: Strength
  unranked: 'tied-last' | 'ignored'
  /** One winner, whatever is tied */
  resolute: boolean
  permutation: Permutation
}

export function countRankedPairs(box: BallotBox, settings: RankedPairsSettings): Outcome {
  const { options } = box
  const { permutation, resolute } = settings
  const pairwise = comparePairs(box, settings.unranked)
  const { size, votes } = pairwise
  const stronger = byStrength(settings.strength, true)
  const defeats = defeatsOf(pairwise).sort(
    (a, b) =>
      stronger(a, b) ||
      permutation[a.winner]! - permutation[b.winner]! ||
      permutation[b.loser]! - permutation[a.loser]!,
  )
  const { locked, leftOut, ties } = lock(size, defeats, stronger, options)
  const groups = rankedBallots(box) === 0 ? [] : rankingOf(size, locked)
  const ids = (group: readonly number[]) => group.map((option) => options[option]!).sort(compareIds)
  const first = groups[0] ?? []
  const only = first.length > 1 ? [favourite(first, permutation)] : first
  const won = resolute ? only : first
  if (first.length > 1) {
    ties.push({
      between: ids(first),
      chosen: ids(only),
      how: 'permutation',
      purpose: 'win',
    })
  }
  return {
    winners: ids(won),
    ...(first.length > 1 && { winnerSets: ids(first).map((id) => [id]) }),
    ranking: groups.map(ids),
    pairwise: pairTable(options, (a, b) => votes[a * size + b]!),
    locked: locked.map(({ winner, loser }) => [options[winner]!, options[loser]!]),
    valid: box.ballots,
    invalid: [],
    ties,
    explanation: first.length === 0 ? [] : reasons(options, { first, won }, condorcetWinner(pairwise), locked, leftOut),
  }
}

/** Keeps, for every option, the set of those it reaches, so that a circle is seen at once. */
function lock(
  size: number,
  defeats: readonly Defeat[],
  stronger: (a: Defeat, b: Defeat) => number,
  options: readonly string[],
) {
  const reaches = Array.from({ length: size }, () => new Uint8Array(size))
  const locked: Defeat[] = []
  const leftOut: Defeat[] = []
  const ties: Tie[] = []
  for (let at = 0; at < defeats.length; ) {
    let end = at + 1
    while (end < defeats.length && stronger(defeats[at]!, defeats[end]!) === 0) end++
    const equal = defeats.slice(at, end)
    const openBefore = equal.filter(({ winner, loser }) => !reaches[loser]![winner])
    const kept: Defeat[] = []
    for (const defeat of equal) {
      if (reaches[defeat.loser]![defeat.winner]) leftOut.push(defeat)
      else {
        kept.push(defeat)
        join(reaches, defeat)
      }
    }
    locked.push(...kept)
    if (kept.length < openBefore.length) {
      const named = (some: readonly Defeat[]) =>
        some.map(({ winner, loser }) => `${options[winner]} > ${options[loser]}`)
      ties.push({ between: named(openBefore), chosen: named(kept), how: 'permutation', purpose: 'locking' })
    }
    at = end
  }
  return { locked, leftOut, ties }
}

function join(reaches: readonly Uint8Array[], { winner, loser }: Defeat): void {
  const below = reaches[loser]!
  reaches.forEach((row, from) => {
    if (from !== winner && !row[winner]) return
    row[loser] = 1
    for (let to = 0; to < below.length; to++) if (below[to]) row[to] = 1
  })
}

function rankingOf(size: number, locked: readonly Defeat[]): number[][] {
  const groups: number[][] = []
  let left = new Set(Array.from({ length: size }, (_, option) => option))
  while (left.size > 0) {
    const beaten = new Set(locked.flatMap(({ winner, loser }) => (left.has(winner) ? [loser] : [])))
    const group = [...left].filter((option) => !beaten.has(option))
    groups.push(group)
    left = new Set([...left].filter((option) => beaten.has(option)))
  }
  return groups
}

function reasons(
  options: readonly string[],
  { first, won }: { first: readonly number[]; won: readonly number[] },
  condorcet: number | undefined,
  locked: readonly Defeat[],
  leftOut: readonly Defeat[],
): Sentence[] {
  const ofOptions = options.map((option, index): Sentence => {
    if (index === condorcet) return { key: 'count.ranked-pairs.beats-all', option, values: {} }
    if (won.includes(index)) return { key: 'count.ranked-pairs.first', option, values: {} }
    if (first.includes(index)) return { key: 'count.lost-by-lot', option, values: { by: options[won[0]!]! } }
    const beaten = locked.find(({ loser }) => loser === index)
    if (!beaten) return { key: 'count.ranked-pairs.not-first', option, values: {} }
    const values = { by: options[beaten.winner]!, votes: beaten.for, against: beaten.against }
    return { key: 'count.ranked-pairs.beaten', option, values }
  })
  const ofDefeats = leftOut.map(
    ({ winner, loser, for: votes, against }): Sentence => ({
      key: 'count.ranked-pairs.left-out',
      values: { winner: options[winner]!, loser: options[loser]!, votes, against },
    }),
  )
  return [...ofOptions, ...ofDefeats]
}
