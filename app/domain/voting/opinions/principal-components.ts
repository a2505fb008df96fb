/** The two directions in which people differ most: the principal components of the votes. */
import { symmetricEigen } from './symmetric-eigen'
import type { VoteTable } from './votes'

export type Components = {
  /** Mean vote of each statement among those who saw it; 0 when set aside or never seen. */
  means: Float64Array
  /** Two directions of length 1, one number a statement; all zero when there is no difference left to show. */
  axes: [Float64Array, Float64Array]
  /** Sum of squared deviations along each axis, and in all. */
  along: [number, number]
  inAll: number
}

const basisSize = 40
const mostRestarts = 200
const settled = 1e-12

/**
 * Principal component analysis of the table with agree 1, disagree −1, pass 0, where an unseen cell takes its
 * statement's mean and a statement set aside is 0 throughout (Small et al., "Polis: Scaling deliberation by mapping
 * high dimensional opinion spaces", RECERCA 26(2), 2021).
 *
 * Found by Lanczos iteration with full reorthogonalisation, restarted from its best vector until the residual is below
 * 10⁻¹² of the eigenvalue (Golub & Van Loan, 10.1). The start is fixed (see `startVector`). An axis has no natural
 * sign: its entry of largest size is made positive, the first of them when several are equally large.
 * Two equal eigenvalues leave the axes free to turn; the fixed start then decides.
 *
 * Only + − × ÷ and square roots are used, which every machine rounds alike, so equal votes give equal bits.
 */
export function principalComponents(table: VoteTable): Components {
  const means = meansOf(table)
  const deviations = deviationsOf(table, means)
  const inAll = dot(deviations, deviations)
  const spread = (vector: Float64Array) => timesItself(table, deviations, vector)
  const first = leadingAxis(spread, means.length, inAll, [])
  const second = leadingAxis(spread, means.length, inAll, [first.axis])
  return { means, axes: [first.axis, second.axis], along: [first.value, second.value], inAll }
}

function meansOf({ statements, setAside, column, vote }: VoteTable): Float64Array {
  const sum = new Float64Array(statements.length)
  const seen = new Float64Array(statements.length)
  for (let place = 0; place < column.length; place += 1) {
    sum[column[place]!]! += vote[place]!
    seen[column[place]!]! += 1
  }
  return sum.map((total, index) => (setAside[index] || seen[index] === 0 ? 0 : total / seen[index]!))
}

/** Vote minus mean, for each vote of the table; unseen cells and statements set aside deviate by nothing. */
function deviationsOf({ setAside, column, vote }: VoteTable, means: Float64Array): Float64Array {
  const deviations = new Float64Array(column.length)
  for (let place = 0; place < column.length; place += 1) {
    const index = column[place]!
    deviations[place] = setAside[index] ? 0 : vote[place]! - means[index]!
  }
  return deviations
}

/** XᵀX·v for the matrix X of deviations. */
function timesItself({ rowStart, column }: VoteTable, deviations: Float64Array, vector: Float64Array): Float64Array {
  const product = new Float64Array(vector.length)
  for (let row = 0; row + 1 < rowStart.length; row += 1) {
    const [from, to] = [rowStart[row]!, rowStart[row + 1]!]
    let along = 0
    for (let place = from; place < to; place += 1) along += deviations[place]! * vector[column[place]!]!
    if (along === 0) continue
    for (let place = from; place < to; place += 1) product[column[place]!]! += along * deviations[place]!
  }
  return product
}

type Times = (vector: Float64Array) => Float64Array

function leadingAxis(times: Times, size: number, inAll: number, against: readonly Float64Array[]) {
  let axis = startVector(size)
  let value = 0
  for (let restart = 0; restart < mostRestarts; restart += 1) {
    clear(axis, against)
    if (!normalise(axis, 1e-9)) break
    const best = bestInKrylov(times, axis, inAll, against)
    axis = best.axis
    value = best.value
    if (best.residual <= settled * value) break
  }
  if (value <= inAll * 1e-14) return { axis: new Float64Array(size), value: 0 }
  return { axis: facingUp(axis), value }
}

/** Best vector of the space spanned by start, A·start, A²·start …; the basis is kept orthogonal to `against`. */
function bestInKrylov(times: Times, start: Float64Array, inAll: number, against: readonly Float64Array[]) {
  const basis = [start]
  const diagonal: number[] = []
  const beside: number[] = []
  for (;;) {
    const last = basis[basis.length - 1]!
    const next = times(last)
    diagonal.push(dot(next, last))
    clear(next, [...against, ...basis])
    clear(next, [...against, ...basis])
    const left = Math.sqrt(dot(next, next))
    beside.push(left)
    if (basis.length === Math.min(basisSize, start.length) || left <= inAll * 1e-15) break
    normalise(next, 0)
    basis.push(next)
  }
  const { values, vectors } = symmetricEigen(tridiagonal(diagonal, beside))
  const weights = vectors[0]!
  const axis = new Float64Array(start.length)
  for (const [index, vector] of basis.entries()) add(axis, vector, weights[index]!)
  const outside = beside[beside.length - 1]! * Math.abs(weights[weights.length - 1]!)
  return { axis, value: values[0]!, residual: outside }
}

function tridiagonal(diagonal: readonly number[], beside: readonly number[]): number[][] {
  return diagonal.map((_, row) =>
    diagonal.map((value, column) => {
      if (row === column) return value
      return Math.abs(row - column) === 1 ? beside[Math.min(row, column)]! : 0
    }),
  )
}

/** The documented start: entry j is ½ + frac(j · 0.618…), by 32-bit multiplication with 0x9E3779B1. */
function startVector(size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, index) => 0.5 + (Math.imul(index + 1, 0x9e3779b1) >>> 0) / 2 ** 32)
}

function facingUp(axis: Float64Array): Float64Array {
  const largest = axis.reduce((best, entry) => Math.max(best, Math.abs(entry)), 0)
  const head = axis.find((entry) => Math.abs(entry) >= largest * (1 - 1e-9)) ?? 0
  return head < 0 ? axis.map((entry) => -entry) : axis
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0
  for (let index = 0; index < left.length; index += 1) sum += left[index]! * right[index]!
  return sum
}

function add(target: Float64Array, vector: Float64Array, times: number): void {
  for (let index = 0; index < target.length; index += 1) target[index]! += times * vector[index]!
}

function clear(vector: Float64Array, against: readonly Float64Array[]): void {
  for (const other of against) add(vector, other, -dot(vector, other))
}

function normalise(vector: Float64Array, least: number): boolean {
  const length = Math.sqrt(dot(vector, vector))
  if (!(length > least)) return false
  for (let index = 0; index < vector.length; index += 1) vector[index]! /= length
  return true
}
