/**
 * Sequential Phragmén for committees: everybody earns at the same pace, and a candidate's supporters take a seat together
 * as soon as they have 1.
 *
 * Brill, Freeman, Janson, Lackner 2017 (arXiv:2102.12305); Lackner and Skowron, Multi-Winner Voting with Approval
 * Preferences. A candidate would be elected at the load (1 + sum of the supporters' loads) / supporters; the smallest is
 * elected and becomes the load of each supporter. Candidates without support come last, all equal. Loads may start below
 * zero, which is how money left over from equal shares counts.
 */
import type { CommitteeElection } from './election'
import type { Choice, Universe } from './universes'

export function zeroLoads({ groups }: CommitteeElection): Universe {
  return { committee: [], amounts: groups.map(() => 0n), denominator: 1n, completing: false }
}

export function soonestElected({ groups, options }: CommitteeElection): (universe: Universe) => Choice {
  const votes = votesOf({ groups, options })
  return (universe) => {
    const { committee, amounts, denominator, completing } = universe
    const owed = options.map(() => denominator)
    for (const [at, { approved, weight }] of groups.entries()) {
      const load = amounts[at]! * BigInt(weight)
      for (const candidate of approved) owed[candidate]! += load
    }
    const open = options.map((_, candidate) => candidate).filter((candidate) => !committee.includes(candidate))
    const supported = open.filter((candidate) => votes[candidate]! > 0n)
    const tied = smallest(supported, (candidate) => ({ n: owed[candidate]!, d: votes[candidate]! }))
    const [first] = tied
    if (first === undefined)
      return {
        tied: open,
        value: null,
        completing,
        take: (chosen) => ({ ...universe, committee: [...committee, chosen] }),
      }
    return {
      tied,
      value: { n: owed[first]!, d: denominator * votes[first]! },
      completing,
      take: (chosen) => ({
        ...universe,
        committee: [...committee, chosen],
        amounts: groups.map(({ approved }, at) =>
          approved.includes(chosen) ? owed[chosen]! : amounts[at]! * votes[chosen]!,
        ),
        denominator: denominator * votes[chosen]!,
      }),
    }
  }
}

/** Those of the smallest value, compared exactly. */
export function smallest(some: readonly number[], measure: (candidate: number) => { n: bigint; d: bigint }): number[] {
  let best: { n: bigint; d: bigint } | undefined
  let tied: number[] = []
  for (const candidate of some) {
    const value = measure(candidate)
    const difference = best ? value.n * best.d - best.n * value.d : -1n
    if (difference < 0n) {
      best = value
      tied = [candidate]
    } else if (difference === 0n) tied.push(candidate)
  }
  return tied
}

export function votesOf({ groups, options }: Pick<CommitteeElection, 'groups' | 'options'>): bigint[] {
  const votes = options.map(() => 0n)
  for (const { approved, weight } of groups) for (const candidate of approved) votes[candidate]! += BigInt(weight)
  return votes
}
