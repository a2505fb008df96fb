/** The order in which equal projects are taken: declared before the vote opens, or drawn by lot after it closes. */
import { compareTexts, permutationOf, type TieBreak } from '#app/domain/voting/rules/ties'
import type { BudgetElection } from './election'

/**
 * `cost-votes-id`: the cheaper first, then the one with more votes, then by id as text: the advice of equalshares.net
 * with "by lot" replaced by the id. `votes-cost-id` swaps the first two. With `first` and a seed it is that advice
 * itself: cost, then votes, then the drawn order. The rest as in every other rule.
 */
export type BudgetTieBreak = 'cost-votes-id' | 'votes-cost-id' | { first: 'cost-votes'; seed: string } | TieBreak

/** What told equal projects apart; `place` is the id, the published list or the lot. */
export type TieReason = 'cost' | 'votes' | 'permutation'
export type BudgetTie = { between: string[]; chosen: string[]; how: TieReason; stage: number; purpose: 'win' | 'order' }

export type TieOrder = {
  /** Favour of each project: 0 goes first. */
  favour: ArrayLike<number>
  /** Why `chosen` goes before all the others of `tied`. */
  reason: (chosen: number, tied: readonly number[]) => TieReason
}

/** Throws a RangeError with a sentence when a listed order is not exactly the projects. */
export function tieOrder({ projects }: BudgetElection, votes: Float64Array, tieBreak: BudgetTieBreak): TieOrder {
  const byCost = (a: number, b: number) => ordered(projects[a]!.cost, projects[b]!.cost)
  const byVotes = (a: number, b: number) => (votes[b] ?? 0) - (votes[a] ?? 0)
  const costFirst = tieBreak === 'cost-votes-id' || (typeof tieBreak === 'object' && 'first' in tieBreak)
  const steps: readonly { how: TieReason; by: typeof byCost }[] = costFirst
    ? [
        { how: 'cost', by: byCost },
        { how: 'votes', by: byVotes },
      ]
    : tieBreak === 'votes-cost-id'
      ? [
          { how: 'votes', by: byVotes },
          { how: 'cost', by: byCost },
        ]
      : []
  return {
    favour: steps.length > 0 ? sortedFavour() : drawn(tieBreak as TieBreak),
    reason(chosen, tied) {
      const others = tied.filter((project) => project !== chosen)
      let left = others
      for (const { how, by } of steps) {
        left = left.filter((other) => by(chosen, other) === 0)
        if (left.length === 0) return how
      }
      return 'permutation'
    },
  }

  function drawn(order: TieBreak) {
    return permutationOf(
      projects.map(({ id }) => id),
      order,
    )
  }

  function sortedFavour(): Int32Array {
    const lot = typeof tieBreak === 'object' && 'seed' in tieBreak ? drawn({ seed: tieBreak.seed }) : null
    const byId = (a: number, b: number) => compareTexts(projects[a]!.id, projects[b]!.id)
    const last = lot ? (a: number, b: number) => lot[a]! - lot[b]! : byId
    const order = projects.map((_, index) => index)
    order.sort((a, b) => steps.reduce((so, { by }) => so || by(a, b), 0) || last(a, b))
    const favour = new Int32Array(order.length)
    for (const [place, project] of order.entries()) favour[project] = place
    return favour
  }
}

export function firstOf(tied: readonly number[], { favour }: TieOrder): number {
  return tied.reduce((best, project) => ((favour[project] ?? 0) < (favour[best] ?? 0) ? project : best))
}

function ordered(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
