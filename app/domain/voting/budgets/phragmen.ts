/**
 * Sequential Phragmén for budgets: everybody earns money at the same pace, and supporters buy a project together as soon
 * as they have its cost.
 *
 * Los, Christoff, Grossi, IJCAI 2022; Rey and Maly, arXiv:2303.00621. Buying project p ends at the load
 * t = (cost + sum of the supporters' loads) / supporters, which becomes the load of each supporter; the smallest t goes
 * first. The count stops as soon as a project of the smallest t does not fit the money left (of several equal ones: any),
 * or, as another rule, skips it. Projects dearer than the whole budget never take part. Projects without support come
 * last, all together. Loads are exact fractions over one common denominator; a voter's load is that of the last funded
 * project on the ballot, so one whole number per project and earlier purchase is enough.
 */
import type { Electorate } from './electorate'
import { type Fraction, fraction } from './fractions'
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
  const carrying = carryingTable(electorate, costs.length)
  const purchases = loadsOverOneDenominator()
  const count: Omit<PhragmenCount, 'loads'> = { funded: [], spent: 0n, ties: [], tooDear: [], stoppedAt: null }
  let left = costs.flatMap((cost, project) => (cost <= budget && !setup.leftOut.has(project) ? [project] : []))
  while (left.length > 0) {
    const { tied, load } = soonest(left)
    const dear = tied.filter((project) => count.spent + costs[project]! > budget)
    for (const project of dear) count.tooDear.push({ project, left: budget - count.spent, load: load && reduced(load) })
    if (dear.length > 0 && setup.whenTooDear === 'stop') {
      count.stoppedAt = firstOf(dear, setup.order)
      break
    }
    left = left.filter((project) => !dear.includes(project))
    const open = tied.filter((project) => !dear.includes(project))
    if (open.length > 0) left = buy(firstOf(open, setup.order), open, load, left)
  }
  return { ...count, loads: purchases.all() }

  function soonest(some: readonly number[]): { tied: number[]; load: Load | null } {
    let tied: number[] = []
    let load: Load | null = null
    for (const project of some) {
      const votes = electorate.votes[project]!
      if (votes === 0) continue
      const at = purchases.next(costs[project]!, carrying.of(project), BigInt(votes))
      const difference = load ? at.sum * load.votes - load.sum * at.votes : -1n
      if (difference < 0n) {
        load = at
        tied = [project]
      } else if (difference === 0n) tied.push(project)
    }
    return load ? { tied, load } : { tied: [...some], load: null }
  }

  function buy(project: number, tied: readonly number[], load: Load | null, some: readonly number[]): number[] {
    if (tied.length > 1) {
      const between = tied.map((other) => setup.ids[other]!)
      const how = setup.order.reason(project, tied)
      count.ties.push({ between, chosen: [setup.ids[project]!], how, stage: count.funded.length + 1, purpose: 'order' })
    }
    carrying.move(project, count.funded.length)
    purchases.add(load)
    count.funded.push(project)
    count.spent += costs[project]!
    const barred = setup.rivals.get(project) ?? []
    return some.filter((other) => other !== project && !barred.includes(other))
  }

  function reduced({ sum, votes }: Load): Fraction {
    return fraction(sum, votes * purchases.denominator())
  }
}

/** The load sum / (votes × the common denominator of all loads so far). */
type Load = { sum: bigint; votes: bigint }

function loadsOverOneDenominator() {
  const loads: (bigint | null)[] = []
  let denominator = 1n
  return {
    denominator: () => denominator,
    next(cost: bigint, carriers: readonly number[], votes: bigint): Load {
      let sum = cost * denominator
      for (const [purchase, voters] of carriers.entries()) {
        const load = loads[purchase]
        if (load && voters > 0) sum += load * BigInt(voters)
      }
      return { sum, votes }
    },
    add(load: Load | null) {
      if (load) {
        for (const [at, earlier] of loads.entries()) loads[at] = earlier === null ? null : earlier * load.votes
        denominator *= load.votes
      }
      loads.push(load?.sum ?? null)
    },
    all: () => loads.map((load) => (load === null ? null : fraction(load, denominator))),
  }
}

/** For each project, how many of its supporters carry the load of each purchase. */
function carryingTable(electorate: Electorate, projects: number) {
  const carriers: Float64Array[] = []
  const carried = new Int32Array(electorate.groups).fill(-1)
  return {
    of: (project: number) => carriers.map((voters) => voters[project]!),
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
