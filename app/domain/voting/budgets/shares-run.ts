/** A run of equal shares: what it is given, and what it knows after each round. */
import type { Electorate } from './electorate'
import type { Fraction } from './fractions'
import type { BudgetTie, TieOrder } from './tie-break'

export type SharesSetup = {
  electorate: Electorate
  ids: readonly string[]
  /** In the election's smallest unit. */
  costs: readonly bigint[]
  utility: 'cost' | 'cardinality'
  order: TieOrder
  /** Projects that cannot be funded beside this one. */
  rivals: ReadonlyMap<number, readonly number[]>
  /** Projects that do not take part. */
  leftOut: ReadonlySet<number>
}

/** Never exhausted. */
export const solvent = 0x7fffffff

/** The state of a run. Bounds are in grains and hold for one member of a group, or for the price all pay alike. */
export type SharesRun = {
  setup: SharesSetup
  endowment: Fraction
  least: Float64Array
  most: Float64Array
  /** The round in which a group paid the last of its money. */
  exhausted: Int32Array
  /** Each funded project's round; -1 for the others. */
  roundOf: Int32Array
  /** Projects in the order of the rounds, those that cost nothing apart. */
  rounds: number[]
  free: number[]
  costLeast: Float64Array
  costMost: Float64Array
  /** The utility of each project to a supporter, to the nearest float. */
  worth: Float64Array
  priceLeast: Float64Array
  priceMost: Float64Array
  spent: bigint
  overspent: boolean
  ties: BudgetTie[]
  exact: ExactShares
  /** How often bounds did not decide. */
  doubts: number
}

/** Not reduced; the denominator is positive. */
export type Exact = { n: bigint; d: bigint }

export type ExactShares = {
  /** The price per full payer of a project that is not funded yet; undefined when its supporters cannot pay. */
  price: (project: number) => Exact | undefined
  /** Whether each group has more than the price of the project, which must be payable. */
  affords: (project: number, groups: readonly number[]) => boolean[]
  /** What each full payer paid, one price a round. */
  prices: () => Exact[]
  /** What all supporters of a project still have together. */
  moneyBehind: (project: number) => Exact
}
