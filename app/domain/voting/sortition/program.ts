/** A linear programme, and what a solver makes of it: the rule states it, whoever calls the rule brings the solver. */

/** `lower ≤ Σ factor · column ≤ upper`; leave out a bound that there is not. */
export type Row = { lower?: number; upper?: number; entries: readonly (readonly [column: number, factor: number])[] }

export type Column = { worth: number; lower: number; upper?: number }

export type Program = {
  goal: 'most' | 'least'
  columns: readonly Column[]
  rows: readonly Row[]
  /** All columns must be whole numbers. */
  whole?: boolean
}

/** `prices[i]` says by how much the value grows when the bound of row i that holds grows by one; 0 with whole columns. */
export type Solution =
  | { status: 'optimal'; value: number; columns: readonly number[]; prices: readonly number[] }
  | { status: 'infeasible' }

/**
 * Must be exact up to rounding (no gap left open) and give the same solution to the same programme every time.
 * Throws when it can neither solve nor refute.
 */
export type Solve = (program: Program) => Solution
