/**
 * Exact money of a run of equal shares, worked out only when somebody asks.
 *
 * A group that can still pay has the endowment less the prices of the funded projects it approves; a group that paid its
 * last has nothing. So every sum of money is a whole-number combination of the endowment and the prices so far, all kept
 * over one common denominator, which each round multiplies by the number of its full payers.
 */
import { type Exact, type ExactShares, type SharesRun, solvent } from './shares-run'

export function exactShares(run: Omit<SharesRun, 'exact'>): ExactShares {
  const { electorate, costs } = run.setup
  const { supporter, supporterStart, approved, approvedStart, weight } = electorate
  const paid: bigint[] = []
  let endowment = run.endowment.n
  let denominator = run.endowment.d

  return { price, affords, prices, moneyBehind }

  function price(project: number): Exact | undefined {
    catchUp()
    const sum = emptySum()
    let payers = 0
    const doubtful: { has: bigint; size: number }[] = []
    for (const group of supporters(project)) {
      if (run.exhausted[group] !== solvent) continue
      const size = weight[group]!
      if (run.most[group]! < run.priceLeast[project]!) add(sum, group)
      else {
        payers += size
        if (run.least[group]! < run.priceMost[project]!) doubtful.push({ has: moneyOf(group), size })
      }
    }
    let owed = costs[project]! * denominator - total(sum)
    for (const { has, size } of doubtful.sort((a, b) => (a.has < b.has ? -1 : a.has > b.has ? 1 : 0))) {
      if (has * BigInt(payers) >= owed) break
      owed -= has * BigInt(size)
      payers -= size
    }
    if (payers === 0) return owed > 0n ? undefined : { n: doubtful.at(-1)?.has ?? 0n, d: denominator }
    return { n: owed, d: denominator * BigInt(payers) }
  }

  function affords(project: number, groups: readonly number[]): boolean[] {
    const exact = price(project)
    if (!exact) throw new RangeError('the supporters cannot pay for this project')
    return groups.map((group) => moneyOf(group) * exact.d > exact.n * denominator)
  }

  function prices(): Exact[] {
    catchUp()
    return paid.map((n) => ({ n, d: denominator }))
  }

  function moneyBehind(project: number): Exact {
    catchUp()
    const sum = emptySum()
    for (const group of supporters(project)) if (run.exhausted[group] === solvent) add(sum, group)
    return { n: total(sum), d: denominator }
  }

  function catchUp() {
    while (paid.length < run.rounds.length) {
      const round = paid.length
      const project = run.rounds[round]!
      const sum = emptySum()
      let payers = 0n
      let largest = 0n
      for (const group of supporters(project)) {
        const end = run.exhausted[group]!
        if (end > round) payers += BigInt(weight[group]!)
        if (end !== round) continue
        add(sum, group)
        const has = moneyOf(group)
        if (has > largest) largest = has
      }
      if (payers === 0n) {
        paid.push(largest)
        continue
      }
      const owed = costs[project]! * denominator - total(sum)
      endowment *= payers
      denominator *= payers
      for (const [at, price] of paid.entries()) paid[at] = price * payers
      paid.push(owed)
    }
  }

  /** Of a group that had not paid its last before the rounds that are caught up with. */
  function moneyOf(group: number): bigint {
    let has = endowment
    for (let mark = approvedStart[group]!; mark < approvedStart[group + 1]!; mark += 1) {
      const round = run.roundOf[approved[mark]!]!
      if (round >= 0 && round < paid.length) has -= paid[round]!
    }
    return has
  }

  type Sum = { voters: number; payments: Float64Array }

  function emptySum(): Sum {
    return { voters: 0, payments: new Float64Array(paid.length) }
  }

  function add(sum: Sum, group: number) {
    sum.voters += weight[group]!
    for (let mark = approvedStart[group]!; mark < approvedStart[group + 1]!; mark += 1) {
      const round = run.roundOf[approved[mark]!]!
      if (round >= 0 && round < paid.length) sum.payments[round]! += weight[group]!
    }
  }

  function total(sum: Sum): bigint {
    let money = endowment * BigInt(sum.voters)
    for (const [round, times] of sum.payments.entries()) if (times > 0) money -= paid[round]! * BigInt(times)
    return money
  }

  function supporters(project: number): Int32Array {
    return supporter.subarray(supporterStart[project]!, supporterStart[project + 1]!)
  }
}
