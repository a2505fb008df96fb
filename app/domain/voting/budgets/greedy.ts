/**
 * Greedy budgets: projects in the order of their support; each is funded when the money left pays for it.
 *
 * What Pabulib calls `greedy`, `greedy-no-skip` and `greedy-threshold`, and cities a knapsack vote. Units: money in the
 * election's smallest unit; support in ballots, or in points where ballots give points. Order by support per cost is
 * compared by cross-multiplying whole numbers. Ties by the tie-break. A project without support is funded when it fits
 * and nothing better is left, unless a threshold says otherwise.
 */
import type { BudgetElection } from './election'
import { type BudgetTie, firstOf, type TieOrder } from './tie-break'

export type GreedySettings = {
  order: 'support' | 'support-per-cost'
  /** At the first project that does not fit: go on with the next one, or stop. */
  whenTooDear: 'skip' | 'stop'
  /** Projects with less support than this are left out. */
  threshold: number
}

export type GreedyVote = {
  election: Pick<BudgetElection, 'budget'>
  ids: readonly string[]
  costs: readonly bigint[]
  order: TieOrder
  rivals: ReadonlyMap<number, readonly number[]>
  /** Projects that do not take part. */
  leftOut: ReadonlySet<number>
}

export type GreedyFate =
  | 'funded'
  | 'already-funded'
  | 'below-threshold'
  | 'too-dear'
  | 'after-the-stop'
  | 'incompatible'

export type GreedyStep = {
  project: number
  fate: GreedyFate
  /** Money left when its turn came. */
  left: bigint
}

export type GreedyCount = { funded: number[]; steps: GreedyStep[]; spent: bigint; ties: BudgetTie[] }

/** `support` is one number a project; `already` are projects funded before, whose cost is spent. */
export function countGreedy(
  vote: GreedyVote,
  support: Float64Array,
  settings: GreedySettings,
  already: readonly number[] = [],
): GreedyCount {
  const { costs, order } = vote
  const { budget } = vote.election
  const rank = ranking(costs, support, settings.order)
  const queue = costs.flatMap((_, project) => (vote.leftOut.has(project) ? [] : [project]))
  queue.sort((a, b) => rank(a, b) || order.favour[a]! - order.favour[b]!)
  const barred = new Set<number>()
  const bar = (project: number) => {
    for (const rival of vote.rivals.get(project) ?? []) barred.add(rival)
  }
  let spent = 0n
  for (const project of already) {
    spent += costs[project]!
    bar(project)
  }
  const funded: number[] = []
  let stopped = false
  const steps = queue.map((project): GreedyStep => {
    const left = budget - spent
    const fate = fateOf(project, left)
    if (fate === 'funded') {
      funded.push(project)
      spent += costs[project]!
      bar(project)
    }
    if (fate === 'too-dear' && settings.whenTooDear === 'stop') stopped = true
    return { project, fate, left }
  })
  return {
    funded,
    steps,
    spent,
    ties: decisiveTies(steps, rank, order, vote.ids),
  }

  function fateOf(project: number, left: bigint): GreedyFate {
    if (already.includes(project)) return 'already-funded'
    if (support[project]! < settings.threshold) return 'below-threshold'
    if (barred.has(project)) return 'incompatible'
    if (stopped) return 'after-the-stop'
    return costs[project]! <= left ? 'funded' : 'too-dear'
  }
}

function ranking(costs: readonly bigint[], support: Float64Array, by: GreedySettings['order']) {
  if (by === 'support') return (a: number, b: number) => support[b]! - support[a]!
  return (a: number, b: number) => {
    if (costs[a] === 0n || costs[b] === 0n) return freeFirst(b) - freeFirst(a)
    const [left, right] = [BigInt(support[a]!) * costs[b]!, BigInt(support[b]!) * costs[a]!]
    return left > right ? -1 : left < right ? 1 : 0
  }

  /** What costs nothing and has support goes first; what costs nothing and has none goes last, with the unsupported. */
  function freeFirst(project: number): number {
    if (support[project]! <= 0) return 0
    return costs[project] === 0n ? 2 : 1
  }
}

/** Groups of equal support of which some were funded and some found too little left. */
function decisiveTies(
  steps: readonly GreedyStep[],
  rank: (a: number, b: number) => number,
  order: TieOrder,
  ids: readonly string[],
): BudgetTie[] {
  const ties: BudgetTie[] = []
  for (let from = 0, to = 1; from < steps.length; from = to, to += 1) {
    const head = steps[from]
    while (head && to < steps.length && rank(head.project, steps[to]?.project ?? 0) === 0) to += 1
    const group = steps.slice(from, to)
    const lost = group.filter(({ fate }) => fate === 'too-dear' || fate === 'after-the-stop' || fate === 'incompatible')
    const won = group.filter(({ fate }) => fate === 'funded')
    if (won.length === 0 || lost.length === 0) continue
    const tied = [...won, ...lost].map(({ project }) => project)
    const first = firstOf(tied, order)
    const named = (some: readonly GreedyStep[]) => some.map(({ project }) => ids[project] ?? '')
    ties.push({
      between: named([...won, ...lost]),
      chosen: named(won),
      how: order.reason(first, tied),
      stage: from + 1,
      purpose: 'win',
    })
  }
  return ties
}
