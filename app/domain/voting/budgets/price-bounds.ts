/** Bounds, in whole grains, of the price at which a project's supporters can pay its cost together. */
import type { Fraction } from './fractions'
import type { SharesRun } from './shares-run'

/** Sums of money stay whole numbers below this, where floats are exact. */
const exactBits = 51

/** Grains in a unit of money: the endowment's denominator times a power of two, as fine as floats allow. */
export function grainsOf(endowment: Fraction, voters: number): bigint {
  const bits = (endowment.n * BigInt(Math.max(1, voters))).toString(2).length
  if (bits > exactBits) throw new RangeError('the money in this vote is too large to count; use larger units')
  return endowment.d << BigInt(exactBits - bits)
}

/**
 * Raises the lower bound of the price from what groups have at most. False: they certainly cannot pay.
 * Every pass leaves out groups that have less than the price so far, so the price only rises, never above the true one.
 */
export function priceBelow(run: SharesRun, project: number): boolean {
  const found = risingPrice(run, project, run.most, false)
  if (found === undefined) return false
  run.priceLeast[project] = found
  return true
}

/** Sets the upper bound from what groups have at least. False: it is not certain that they can pay; the bound is then infinite. */
export function priceAbove(run: SharesRun, project: number): boolean {
  const found = risingPrice(run, project, run.least, true)
  run.priceMost[project] = found ?? Number.POSITIVE_INFINITY
  return found !== undefined
}

function risingPrice(run: SharesRun, project: number, money: Float64Array, roundUp: boolean): number | undefined {
  const { supporter, supporterStart, weight } = run.setup.electorate
  const [from, to] = [supporterStart[project]!, supporterStart[project + 1]!]
  const cost = run.cost[project]!
  let price = Math.max(0, run.priceLeast[project]!)
  for (;;) {
    let owed = cost
    let payers = 0
    for (let at = from; at < to; at += 1) {
      const group = supporter[at]!
      const has = money[group]!
      if (has < price) owed -= weight[group]! * has
      else payers += weight[group]!
    }
    if (payers === 0) return owed > 0 ? undefined : price
    const share = roundUp ? upward(owed, payers) : downward(owed, payers)
    if (share <= price) return price
    price = share
  }
}

/** The float quotient may round across a whole number; the products below are exact. */
function downward(owed: number, payers: number): number {
  const share = Math.floor(owed / payers)
  return share * payers > owed ? share - 1 : share
}

function upward(owed: number, payers: number): number {
  const share = Math.ceil(owed / payers)
  return share * payers < owed ? share + 1 : share
}
