/**
 * The Method of Equal Shares for one endowment: everybody gets the same money and pays only for what they approve.
 *
 * Peters, Pierczyński, Skowron, NeurIPS 2021 (arXiv:2008.13276); equalshares.net/explanation. A project's price is the
 * smallest m for which its supporters, each paying m or all they have left, pay its cost. The project with the smallest
 * m per unit of utility goes first (cost utilities: the largest effective vote count, cost / m; cardinality: the smallest
 * m), until no project can be paid. Ties by the tie-break. Projects without support never win; free ones with support do.
 *
 * Exact and fast: money is bounded from both sides by whole numbers of grains, which floats hold exactly. Whenever the
 * bounds do not decide, the exact fractions do (`exact-shares.ts`).
 */
import { exactShares } from './exact-shares'
import type { Fraction } from './fractions'
import { grainsAround, grainsOf, grainsWithin, priceAbove, priceBelow } from './price-bounds'
import { type SharesRun, type SharesSetup, solvent } from './shares-run'
import { firstOf } from './tie-break'

/** Stops as soon as more than `limit` is spent, and says so. */
export function runEqualShares(setup: SharesSetup, endowment: Fraction, limit?: bigint): SharesRun {
  const run = begin(setup, endowment)
  const left = fundFree(run)
  const seen = new Int32Array(setup.costs.length).fill(-1)
  while (left.length > 0 && !run.overspent) {
    const tied = cheapest(run, left, seen)
    if (tied.length === 0) break
    const winner = firstOf(tied, setup.order)
    if (tied.length > 1) {
      const between = tied.map((project) => setup.ids[project]!)
      const how = setup.order.reason(winner, tied)
      run.ties.push({ between, chosen: [setup.ids[winner]!], how, stage: run.rounds.length + 1, purpose: 'order' })
    }
    pay(run, winner)
    drop(left, winner)
    for (const rival of setup.rivals.get(winner) ?? []) drop(left, rival)
    run.overspent = limit !== undefined && run.spent > limit
  }
  return run
}

/** In the order of funding. */
export const fundedIn = (run: SharesRun) => [...run.free, ...run.rounds]

function begin(setup: SharesSetup, endowment: Fraction): SharesRun {
  const { electorate, costs } = setup
  const grains = grainsOf(endowment, electorate.voters)
  const groups = electorate.groups
  const run: Omit<SharesRun, 'exact'> = {
    setup,
    endowment,
    least: new Float64Array(groups).fill(grainsWithin(endowment, grains)),
    most: new Float64Array(groups).fill(grainsAround(endowment, grains)),
    exhausted: new Int32Array(groups).fill(solvent),
    roundOf: new Int32Array(costs.length).fill(-1),
    rounds: [],
    free: [],
    costLeast: Float64Array.from(costs, (cost) => grainsWithin({ n: cost, d: 1n }, grains)),
    costMost: Float64Array.from(costs, (cost) => grainsAround({ n: cost, d: 1n }, grains)),
    worth: setup.utility === 'cost' ? Float64Array.from(costs, Number) : new Float64Array(costs.length).fill(1),
    priceLeast: new Float64Array(costs.length),
    priceMost: new Float64Array(costs.length),
    spent: 0n,
    overspent: false,
    ties: [],
    doubts: 0,
  }
  return Object.assign(run, { exact: exactShares(run) })
}

/** Funds what costs nothing; gives the projects that all their supporters together could pay for. */
function fundFree(run: SharesRun): number[] {
  const { costs, electorate, order, rivals } = run.setup
  const free = costs.flatMap((cost, project) => (cost === 0n && electorate.votes[project]! > 0 ? [project] : []))
  const barred = new Set<number>()
  for (const project of free.sort((a, b) => order.favour[a]! - order.favour[b]!)) {
    if (barred.has(project)) continue
    run.free.push(project)
    for (const rival of rivals.get(project) ?? []) barred.add(rival)
  }
  const { n, d } = run.endowment
  return costs.flatMap((cost, project) => {
    const votes = electorate.votes[project]!
    if (cost === 0n || votes === 0 || barred.has(project) || BigInt(votes) * n < cost * d) return []
    run.priceLeast[project] = Math.floor(run.costLeast[project]! / votes) - 1
    return [project]
  })
}

/** The projects of the smallest price per utility; drops from `left` what can no longer be paid. */
function cheapest(run: SharesRun, left: number[], seen: Int32Array): number[] {
  const round = run.rounds.length
  for (;;) {
    const best = first(run, left)
    if (best === undefined) return []
    if (seen[best] !== round) {
      seen[best] = round
      if (!priceBelow(run, best)) drop(left, best)
      continue
    }
    if (!priceAbove(run, best) && run.exact.price(best) === undefined) {
      drop(left, best)
      continue
    }
    const rivals = left.filter((project) => project !== best && !isDearer(run, project, best))
    const unseen = rivals.filter((project) => seen[project] !== round)
    for (const project of unseen) {
      seen[project] = round
      if (!priceBelow(run, project)) drop(left, project)
    }
    if (unseen.length === 0) return rivals.length === 0 ? [best] : tiedExactly(run, [best, ...rivals], left)
  }
}

/** By lower bounds; a guess of where to look, not a decision. */
function first(run: SharesRun, left: readonly number[]): number | undefined {
  let best: number | undefined
  let low = Number.POSITIVE_INFINITY
  for (const project of left) {
    const value = run.priceLeast[project]! / run.worth[project]!
    if (value < low) {
      low = value
      best = project
    }
  }
  return best
}

/** Certainly dearer per utility. The margin covers the rounding of the two costs and products, at most 2^-53 of each. */
function isDearer(run: SharesRun, project: number, best: number): boolean {
  const theirs = run.priceLeast[project]! * run.worth[best]!
  const ours = run.priceMost[best]! * run.worth[project]!
  return theirs > ours * (1 + 2 ** -50)
}

function tiedExactly(run: SharesRun, contenders: readonly number[], left: number[]): number[] {
  run.doubts += 1
  let tied: number[] = []
  let lowest: { n: bigint; d: bigint } | undefined
  for (const project of contenders) {
    if (!priceAbove(run, project) && run.exact.price(project) === undefined) {
      drop(left, project)
      continue
    }
    const price = run.exact.price(project)!
    const value = { n: price.n, d: run.setup.utility === 'cost' ? price.d * run.setup.costs[project]! : price.d }
    const difference = lowest ? value.n * lowest.d - lowest.n * value.d : -1n
    if (difference < 0n) {
      lowest = value
      tied = [project]
    } else if (difference === 0n) tied.push(project)
  }
  return tied
}

function pay(run: SharesRun, winner: number) {
  const { electorate, costs } = run.setup
  const round = run.rounds.length
  const [low, high] = [run.priceLeast[winner]!, run.priceMost[winner]!]
  const payers: number[] = []
  const doubtful: number[] = []
  const broke: number[] = []
  for (let at = electorate.supporterStart[winner]!; at < electorate.supporterStart[winner + 1]!; at += 1) {
    const group = electorate.supporter[at]!
    if (run.exhausted[group] !== solvent) continue
    if (run.most[group]! <= low) broke.push(group)
    else if (run.least[group]! > high) payers.push(group)
    else doubtful.push(group)
  }
  if (doubtful.length > 0) {
    run.doubts += 1
    // Before anybody is charged: the exact price is that of the money they have now
    const affords = run.exact.affords(winner, doubtful)
    for (const [at, group] of doubtful.entries()) (affords[at] ? payers : broke).push(group)
  }
  for (const group of payers) charge(run, group, low, high)
  for (const group of broke) {
    run.least[group] = 0
    run.most[group] = 0
    run.exhausted[group] = round
  }
  run.roundOf[winner] = round
  run.rounds.push(winner)
  run.spent += costs[winner]!
}

function charge(run: SharesRun, group: number, low: number, high: number) {
  run.least[group] = Math.max(0, run.least[group]! - high)
  run.most[group]! -= low
}

function drop(left: number[], project: number) {
  const at = left.indexOf(project)
  if (at >= 0) left.splice(at, 1)
}
