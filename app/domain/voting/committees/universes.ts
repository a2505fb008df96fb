/**
 * A committee filled seat by seat, following every way in which ties could have been broken.
 *
 * The first way taken, always with the candidate most favoured by the tie-break, is the result; the others only tell
 * which committees the tie left possible ("parallel universes", as abcvoting counts them).
 */

/** Amounts are loads or purses of the ballot groups, over one denominator. */
export type Universe = {
  committee: readonly number[]
  amounts: readonly bigint[]
  denominator: bigint
  /** Set when a rule has gone over to its completion. */
  completing: boolean
}

export type Choice = {
  tied: number[]
  /** What decided between candidates, as numerator and denominator; null for candidates nobody supports. */
  value: { n: bigint; d: bigint } | null
  completing: boolean
  take: (candidate: number) => Universe
}

export type Seat = { chosen: number; tied: number[]; value: Choice['value']; completing: boolean }

export type Committees = {
  seats: Seat[]
  last: Universe
  /** Every committee that tie-breaking could give, or undefined when there are too many ways to follow them all. */
  sets: number[][] | undefined
}

export const mostUniverses = 20_000
/** Ways followed times groups of ballots: with many different ballots fewer ways are followed. */
const mostWork = 2_000_000

/** `choose` gives the candidates for the next seat; there must be at least one. */
export function committees(
  start: Universe,
  seats: number,
  choose: (universe: Universe) => Choice,
  favour: readonly number[],
): Committees {
  const first = firstWay(start, seats, choose, favour)
  return {
    ...first,
    sets: first.seats.some(({ tied }) => tied.length > 1)
      ? allWays(start, seats, choose)
      : [sorted(first.last.committee)],
  }
}

function firstWay(start: Universe, seats: number, choose: (universe: Universe) => Choice, favour: readonly number[]) {
  const taken: Seat[] = []
  let last = start
  while (last.committee.length < seats) {
    const { tied, value, completing, take } = choose(last)
    const chosen = tied.reduce((best, candidate) => (favour[candidate]! < favour[best]! ? candidate : best))
    taken.push({ chosen, tied, value, completing })
    last = take(chosen)
  }
  return { seats: taken, last }
}

function allWays(start: Universe, seats: number, choose: (universe: Universe) => Choice): number[][] | undefined {
  let current = new Map([[keyOf(start), start]])
  const most = Math.min(mostUniverses, mostWork / Math.max(1, start.amounts.length))
  let followed = 0
  for (let seat = 0; seat < seats; seat += 1) {
    const next = new Map<string, Universe>()
    for (const universe of current.values()) {
      const { tied, take } = choose(universe)
      followed += tied.length
      if (followed > most) return undefined
      for (const candidate of tied) {
        const child = take(candidate)
        next.set(keyOf(child), child)
      }
    }
    current = next
  }
  const sets = new Map([...current.values()].map(({ committee }) => [sorted(committee).join(), sorted(committee)]))
  return [...sets.values()].sort((a, b) => firstDifference(a, b))
}

/** Universes with the same members and the same money go on alike, however they came about. */
function keyOf({ committee, amounts, denominator, completing }: Universe): string {
  const divisor = amounts.reduce(greatestCommonDivisor, denominator)
  return [sorted(committee), denominator / divisor, amounts.map((amount) => amount / divisor), completing].join(';')
}

const sorted = (committee: readonly number[]) => committee.toSorted((a, b) => a - b)

function firstDifference(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((candidate, index) => candidate !== b[index])
  return at < 0 ? 0 : a[at]! - b[at]!
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
