/** The lottery as it is drawn in public: equal tickets, a whole panel on each, published before the draw. */
import { sha256 } from '@noble/hashes/sha2.js'
import type { FairLottery } from './fair-lottery'
import type { Kind } from './kinds'
import { hexOf, lotsFrom } from './lots'
import { apportioned, circlesOf } from './people-lottery'

/** Ticket i + 1 carries the panel `tickets[i]`, its members in the order of kinds. */
export type Tickets = readonly (readonly string[])[]

/**
 * `count` tickets whose chances come as near to the fair lottery's as whole tickets can: first tickets are shared out
 * among the panels of kinds by largest remainders, then moved one at a time while that lessens the sum of squared
 * differences between chances on tickets and fair chances; then the people of each kind take turns, in the circle drawn
 * from the seed, so that two of the same kind are never more than one ticket apart.
 */
export function ticketsOf(kinds: readonly Kind[], fair: FairLottery, count: number, seed: string): Tickets {
  const each = sharedOut(kinds, fair, count)
  const circles = circlesOf(kinds, seed)
  const next = kinds.map(() => 0)
  return fair.panels.flatMap(({ counts }, panel) =>
    Array.from({ length: each[panel]! }, () =>
      circles.flatMap((circle, kind) =>
        Array.from({ length: counts[kind]! }, () => {
          const member = circle[next[kind]!]!
          next[kind] = (next[kind]! + 1) % circle.length
          return member
        }),
      ),
    ),
  )
}

/** On how many tickets each person stands. */
export function ticketsEach(tickets: Tickets): Map<string, number> {
  const each = new Map<string, number>()
  for (const panel of tickets) for (const person of panel) each.set(person, (each.get(person) ?? 0) + 1)
  return each
}

/**
 * The text that is published before the draw: a line `tickets N`, then a line for each ticket with its number, a tab and
 * the members' ids as a JSON list; every line ends with a line feed. Its SHA-256 is the lottery's digest.
 */
export function lotteryText(tickets: Tickets): string {
  const lines = tickets.map((panel, index) => `${index + 1}\t${JSON.stringify(panel)}\n`)
  return `tickets ${tickets.length}\n${lines.join('')}`
}

export function digestOf(tickets: Tickets): string {
  return hexOf(sha256(new TextEncoder().encode(lotteryText(tickets))))
}

/**
 * The ticket that a seed draws: lot 0 of purpose `panel-draw` (see `lotsFrom`) among all tickets. The seed must come from
 * public chance that nobody knows when the digest is published; a ticket number drawn from an urn does as well.
 */
export function drawnTicket(tickets: Tickets, seed: string): { ticket: number; panel: readonly string[] } {
  const index = Number(lotsFrom(seed, 'panel-draw').below(BigInt(tickets.length)))
  return { ticket: index + 1, panel: tickets[index]! }
}

const mostMoves = 2_000

function sharedOut(kinds: readonly Kind[], { panels, chances }: FairLottery, count: number): number[] {
  const parts = apportioned(
    panels.map(({ chance }) => chance),
    count,
  )
  const shares = panels.map(({ counts }) =>
    counts.flatMap((seats, kind) => (seats > 0 ? [{ kind, share: seats / kinds[kind]!.people.length / count }] : [])),
  )
  const over = chances.map((chance) => -chance)
  for (const [panel, part] of parts.entries()) shift(over, shares[panel]!, part)
  for (let move = 0; move < mostMoves; move += 1) {
    const more = leastBy(shares, (share) => changeOf(over, share, 1))
    shift(over, shares[more]!, 1)
    const less = leastBy(shares, (share, panel) => (parts[panel]! > 0 ? changeOf(over, share, -1) : Infinity))
    const gain = changeOf(over, shares[more]!, -1) - changeOf(over, shares[less]!, -1)
    shift(over, shares[less]!, -1)
    parts[more]! += 1
    parts[less]! -= 1
    if (more === less || gain <= 1e-15) break
  }
  return parts
}

type Share = readonly { kind: number; share: number }[]

function shift(over: number[], shares: Share, times: number): void {
  for (const { kind, share } of shares) over[kind]! += times * share
}

/** By how much the sum of squares grows when one ticket is added (+1) or taken away (−1). */
function changeOf(over: readonly number[], shares: Share, sign: 1 | -1): number {
  return shares.reduce((sum, { kind, share }) => sum + share * (2 * sign * over[kind]! + share), 0)
}

function leastBy(shares: readonly Share[], cost: (share: Share, panel: number) => number): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY]
  for (const [panel, share] of shares.entries()) {
    const own = cost(share, panel)
    if (own < least) [best, least] = [panel, own]
  }
  return best
}
