/** The lottery over panels of people: everybody of a kind takes turns, so that all of them have exactly the same chance. */
import type { FairLottery } from './fair-lottery'
import type { Kind } from './kinds'
import { lotsFrom, shuffled } from './lots'

/** Chances are whole numbers in units of 10⁻¹², and sum to one exactly. */
export const wholeChance = 1_000_000_000_000

export type PeopleLottery = { panels: { people: string[]; units: number }[] }

/**
 * Each panel of kinds is split into panels of people: while its chance passes by from 0 to 1, a window of as many
 * members as the panel needs moves once round the circle of its kind. The circle's order is drawn from the seed
 * (purpose `panel-order`), so that people who registered together are not drawn together for it. There are at most as
 * many panels for each panel of kinds as there are people in the pool.
 */
export function peopleLottery(kinds: readonly Kind[], { panels }: FairLottery, seed: string): PeopleLottery {
  const circles = circlesOf(kinds, seed)
  const pieces = panels.flatMap(({ counts, chance }) => {
    const windows = counts.map((count, kind) => windowOf(count, circles[kind]!.length))
    const ends = endsOf(windows)
    return ends.map((end, index) => {
      const start = index === 0 ? 0 : ends[index - 1]!
      const middle = (start + end) / 2
      return { people: membersAt(circles, counts, windows, middle), chance: chance * (end - start) }
    })
  })
  const units = apportioned(
    pieces.map(({ chance }) => chance),
    wholeChance,
  )
  return {
    panels: pieces.map(({ people }, index) => ({ people, units: units[index]! })).filter(({ units: own }) => own > 0),
  }
}

/** How many panels of people `peopleLottery` makes at most. */
export function sizeOfPeopleLottery(kinds: readonly Kind[], { panels }: FairLottery): number {
  return panels.reduce(
    (sum, { counts }) => sum + endsOf(counts.map((count, kind) => windowOf(count, kinds[kind]!.people.length))).length,
    0,
  )
}

/** The members of each kind in an order drawn by lot. */
export function circlesOf(kinds: readonly Kind[], seed: string): string[][] {
  const lots = lotsFrom(seed, 'panel-order')
  return kinds.map(({ people }) => shuffled(people, lots))
}

/** Whole parts of `whole` in proportion to the shares, by largest remainders; the earlier one first when equal. */
export function apportioned(shares: readonly number[], whole: number): number[] {
  const sum = shares.reduce((total, share) => total + share, 0)
  const exact = shares.map((share) => (share / sum) * whole)
  const parts = exact.map(Math.floor)
  const left = whole - parts.reduce((total, part) => total + part, 0)
  const order = exact.map((_, index) => index)
  order.sort((a, b) => exact[b]! - parts[b]! - (exact[a]! - parts[a]!) || a - b)
  for (const index of order.slice(0, left)) parts[index]! += 1
  return parts
}

/** The window starts at every `step`-th member, at `stops` places: so everybody is in it equally often. */
type Window = { step: number; stops: number }

function windowOf(count: number, members: number): Window {
  if (count === 0 || count === members) return { step: members, stops: 1 }
  const step = greatestCommonDivisor(members, count)
  return { step, stops: members / step }
}

/** Where some window moves on: all k / stops, each once. Equal fractions are equal doubles. */
function endsOf(windows: readonly Window[]): number[] {
  const ends = new Set<number>([1])
  for (const stops of new Set(windows.map((window) => window.stops))) {
    for (let stop = 1; stop < stops; stop += 1) ends.add(stop / stops)
  }
  return [...ends].sort((left, right) => left - right)
}

function membersAt(
  circles: readonly string[][],
  counts: readonly number[],
  windows: readonly Window[],
  place: number,
): string[] {
  return circles.flatMap((circle, kind) => {
    const { step, stops } = windows[kind]!
    const start = Math.floor(place * stops) * step
    return Array.from({ length: counts[kind]! }, (_, seat) => circle[(start + seat) % circle.length]!)
  })
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
