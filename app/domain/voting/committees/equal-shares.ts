/**
 * The Method of Equal Shares for committees: everybody has seats / voters to spend, a seat costs 1.
 *
 * Peters and Skowron 2020 (arXiv:1911.11747). The candidate with the smallest price m goes first, where the supporters,
 * each paying m or all they have left, pay 1 together. When nobody can be paid any more, the seats left are filled by
 * sequential Phragmén starting from what is left in the purses (as abcvoting's `equal-shares`), or by most approvals.
 */
import type { CommitteeElection } from './election'
import { smallest, soonestElected, votesOf } from './phragmen'
import type { Choice, Universe } from './universes'

export type Filling = 'seqphragmen' | 'av'

export function equalPurses({ groups, voters }: CommitteeElection, seats: number): Universe {
  const amounts = groups.map(() => BigInt(seats))
  return { committee: [], amounts, denominator: BigInt(Math.max(1, voters)), completing: false }
}

export function cheapestElected(election: CommitteeElection, filling: Filling): (universe: Universe) => Choice {
  const { groups, options } = election
  const supporters = options.map((_, candidate) =>
    groups.flatMap(({ approved, weight }, at) =>
      approved.includes(candidate) ? [{ at, weight: BigInt(weight) }] : [],
    ),
  )
  const fill = filling === 'av' ? mostApproved(election) : soonestElected(election)
  return (universe) => {
    if (universe.completing) return fill(universe)
    const { committee, denominator } = universe
    const prices = options.map((_, candidate) =>
      committee.includes(candidate) ? undefined : priceOf(universe, candidate),
    )
    const payable = options.map((_, candidate) => candidate).filter((candidate) => prices[candidate])
    const tied = smallest(payable, (candidate) => prices[candidate]!)
    if (tied.length === 0) return fill(completionOf(universe, filling))
    const { n, d } = prices[tied[0]!]!
    return {
      tied,
      value: { n, d: d * denominator },
      completing: false,
      take: (chosen) => paid(universe, chosen, prices[chosen]!),
    }
  }

  /** The price's denominator is the number of full payers, over the universe's own. */
  function priceOf({ amounts, denominator }: Universe, candidate: number): { n: bigint; d: bigint } | undefined {
    let owed = denominator
    let payers = supporters[candidate]!.reduce((sum, { weight }) => sum + weight, 0n)
    const purses = supporters[candidate]!.map(({ at, weight }) => ({ has: amounts[at]!, weight }))
    for (const { has, weight } of purses.sort((a, b) => (a.has < b.has ? -1 : a.has > b.has ? 1 : 0))) {
      if (has * payers >= owed) return { n: owed, d: payers }
      owed -= has * weight
      payers -= weight
    }
    return undefined
  }

  function paid(universe: Universe, chosen: number, { n, d }: { n: bigint; d: bigint }): Universe {
    const amounts = universe.amounts.map((has) => has * d)
    for (const { at } of supporters[chosen]!) amounts[at] = amounts[at]! > n ? amounts[at]! - n : 0n
    return {
      committee: [...universe.committee, chosen],
      amounts,
      denominator: universe.denominator * d,
      completing: false,
    }
  }
}

/** What is left of a purse is a load below zero. */
function completionOf(universe: Universe, filling: Filling): Universe {
  const amounts = filling === 'av' ? [] : universe.amounts.map((has) => -has)
  return { ...universe, amounts, completing: true }
}

function mostApproved(election: CommitteeElection): (universe: Universe) => Choice {
  const votes = votesOf(election)
  return (universe) => {
    const open = election.options
      .map((_, candidate) => candidate)
      .filter((candidate) => !universe.committee.includes(candidate))
    const tied = smallest(open, (candidate) => ({ n: -votes[candidate]!, d: 1n }))
    return {
      tied,
      value: { n: votes[tied[0]!]!, d: 1n },
      completing: true,
      take: (chosen) => ({ ...universe, committee: [...universe.committee, chosen] }),
    }
  }
}
