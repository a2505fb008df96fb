/** Bounds, in whole grains, of the price at which a project's supporters can pay its cost together. */
import type { Fraction } from './fractions'
import type { SharesRun } from './shares-run'

/** Sums of money stay whole numbers below this, where floats are exact. */
const exactBits = 51

/**
 * Grains in a unit of money. Where floats allow, the endowment's denominator times a power of two, so that the endowment
 * is a whole number of them; else a power of two, or a part of one, and bounds lie at most a grain apart at first.
 */
export function grainsOf(endowment: Fraction, voters: number): Fraction {
  const everybody = endowment.n * BigInt(Math.max(1, voters))
  const spare = exactBits - bitsOf(everybody)
  if (spare >= 0) return { n: endowment.d << BigInt(spare), d: 1n }
  const shift = exactBits - bitsOf(everybody / endowment.d)
  return shift >= 0 ? { n: 1n << BigInt(shift), d: 1n } : { n: 1n, d: 1n << BigInt(-shift) }
}

export function grainsWithin(money: Fraction, grains: Fraction): number {
  return Number((money.n * grains.n) / (money.d * grains.d))
}

export function grainsAround(money: Fraction, grains: Fraction): number {
  const d = money.d * grains.d
  return Number((money.n * grains.n + d - 1n) / d)
}

const bitsOf = (number: bigint) => number.toString(2).length

/**
 * Raises the lower bound of the price from what groups have at most. False: they certainly cannot pay.
 * Every pass leaves out groups that have less than the price so far, so the price only rises, never above the true one.
 */
export function priceBelow(run: SharesRun, project: number): boolean {
  const found = risingPrice(run, project, run.costLeast[project]!, run.most, false)
  if (found === undefined) return false
  run.priceLeast[project] = found
  return true
}

/** Sets the upper bound from what groups have at least. False: it is not certain that they can pay; the bound is then infinite. */
export function priceAbove(run: SharesRun, project: number): boolean {
  const found = risingPrice(run, project, run.costMost[project]!, run.least, true)
  run.priceMost[project] = found ?? Number.POSITIVE_INFINITY
  return found !== undefined
}

function risingPrice(
  run: SharesRun,
  project: number,
  cost: number,
  money: Float64Array,
  roundUp: boolean,
): number | undefined {
  const { supporter, supporterStart, weight } = run.setup.electorate
  const [from, to] = [supporterStart[project]!, supporterStart[project + 1]!]
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
