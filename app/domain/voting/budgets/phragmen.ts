/**
 * Sequential Phragmén for budgets: everybody earns money at the same pace, and supporters buy a project together as soon
 * as they have its cost.
 *
 * Los, Christoff, Grossi, IJCAI 2022; Rey and Maly, arXiv:2303.00621. Buying project p ends at the load
 * t = (cost + sum of the supporters' loads) / supporters, which becomes the load of each supporter; the smallest t goes
 * first. The count stops as soon as a project of the smallest t does not fit the money left (of several equal ones: any),
 * or, as another rule, skips it. Projects dearer than the whole budget never take part. Projects without support come
 * last, all together. Loads are exact fractions; a voter's load is that of the last funded project on the ballot, so one
 * whole number per project and earlier purchase is enough.
 */
import type { Electorate } from './electorate'
import { compare, type Fraction, fraction, plus, times, zero } from './fractions'
import { type BudgetTie, firstOf, type TieOrder } from './tie-break'

export type PhragmenSetup = {
  electorate: Electorate
  ids: readonly string[]
  costs: readonly bigint[]
  budget: bigint
  order: TieOrder
  rivals: ReadonlyMap<number, readonly number[]>
  leftOut: ReadonlySet<number>
  whenTooDear: 'stop' | 'skip'
}

export type PhragmenCount = {
  funded: number[]
  /** The load at which each funded project was bought; null for those nobody supports. */
  loads: (Fraction | null)[]
  spent: bigint
  ties: BudgetTie[]
  /** The projects whose turn it was and that did not fit, with the money left then. */
  tooDear: { project: number; left: bigint; load: Fraction | null }[]
  stoppedAt: number | null
}

export function countPhragmen(setup: PhragmenSetup): PhragmenCount {
  const { costs, budget, electorate } = setup
  const owing = owingTable(electorate, costs.length)
  const count: PhragmenCount = { funded: [], loads: [], spent: 0n, ties: [], tooDear: [], stoppedAt: null }
  let left = costs.flatMap((cost, project) => (cost <= budget && !setup.leftOut.has(project) ? [project] : []))
  while (left.length > 0) {
    const { tied, load } = soonest(left)
    const dear = tied.filter((project) => count.spent + costs[project]! > budget)
    for (const project of dear) count.tooDear.push({ project, left: budget - count.spent, load })
    if (dear.length > 0 && setup.whenTooDear === 'stop') {
      count.stoppedAt = firstOf(dear, setup.order)
      return count
    }
    left = left.filter((project) => !dear.includes(project))
    const open = tied.filter((project) => !dear.includes(project))
    if (open.length > 0) left = buy(firstOf(open, setup.order), open, load, left)
  }
  return count

  function soonest(some: readonly number[]): { tied: number[]; load: Fraction | null } {
    let tied: number[] = []
    let load: Fraction | null = null
    for (const project of some) {
      const votes = electorate.votes[project]!
      if (votes === 0) continue
      const sum = owing.sum(project, count.loads)
      const at = fraction(costs[project]! * sum.d + sum.n, sum.d * BigInt(votes))
      const difference = load ? compare(at, load) : -1
      if (difference < 0) {
        load = at
        tied = [project]
      } else if (difference === 0) tied.push(project)
    }
    return load ? { tied, load } : { tied: [...some], load: null }
  }

  function buy(project: number, tied: readonly number[], load: Fraction | null, some: readonly number[]): number[] {
    if (tied.length > 1) {
      const between = tied.map((other) => setup.ids[other]!)
      const how = setup.order.reason(project, tied)
      count.ties.push({ between, chosen: [setup.ids[project]!], how, stage: count.funded.length + 1, purpose: 'order' })
    }
    owing.move(project, count.funded.length)
    count.funded.push(project)
    count.loads.push(load)
    count.spent += costs[project]!
    const barred = setup.rivals.get(project) ?? []
    return some.filter((other) => other !== project && !barred.includes(other))
  }
}

/** For each project, how many of its supporters carry the load of each purchase. */
function owingTable(electorate: Electorate, projects: number) {
  const carriers: Float64Array[] = []
  const carried = new Int32Array(electorate.groups).fill(-1)
  return {
    sum(project: number, loads: readonly (Fraction | null)[]): Fraction {
      let total = zero
      for (const [purchase, load] of loads.entries()) {
        const voters = carriers[purchase]?.[project] ?? 0
        if (load && voters > 0) total = plus(total, times(load, fraction(voters)))
      }
      return total
    },
    move(project: number, purchase: number) {
      const now = new Float64Array(projects)
      carriers[purchase] = now
      const { supporter, supporterStart, approved, approvedStart, weight } = electorate
      for (let at = supporterStart[project]!; at < supporterStart[project + 1]!; at += 1) {
        const group = supporter[at]!
        const before = carriers[carried[group]!]
        for (let mark = approvedStart[group]!; mark < approvedStart[group + 1]!; mark += 1) {
          const other = approved[mark]!
          if (before) before[other]! -= weight[group]!
          now[other]! += weight[group]!
        }
        carried[group] = purchase
      }
    },
  }
}
