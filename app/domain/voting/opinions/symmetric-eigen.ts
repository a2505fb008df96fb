/** The eigenvalues and eigenvectors of a small symmetric matrix. */

export type Eigen = { values: number[]; vectors: number[][] }

/**
 * Cyclic Jacobi rotations (Golub & Van Loan, Matrix Computations, 8.5) until nothing is left off the diagonal that
 * could change a digit. Largest eigenvalue first; `vectors[i]` has length 1 and belongs to `values[i]`.
 * Cost grows with the cube of the size: for matrices of tens of rows.
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  const size = matrix.length
  const a = matrix.map((row) => Float64Array.from(row))
  const v = a.map((_, row) => Float64Array.from({ length: size }, (_unused, column) => (row === column ? 1 : 0)))
  for (let sweep = 0; sweep < 60 && offDiagonal(a) > 0; sweep += 1) {
    for (let p = 0; p < size - 1; p += 1) for (let q = p + 1; q < size; q += 1) rotate(a, v, p, q)
  }
  const order = a.map((_, index) => index).sort((left, right) => a[right]![right]! - a[left]![left]! || left - right)
  return {
    values: order.map((index) => a[index]![index]!),
    vectors: order.map((index) => v.map((row) => row[index]!)),
  }
}

function offDiagonal(a: readonly Float64Array[]): number {
  let sum = 0
  for (let p = 0; p < a.length; p += 1) for (let q = p + 1; q < a.length; q += 1) sum += Math.abs(a[p]![q]!)
  return sum
}

function rotate(a: Float64Array[], v: Float64Array[], p: number, q: number): void {
  const off = a[p]![q]!
  if (off === 0) return
  const [app, aqq] = [a[p]![p]!, a[q]![q]!]
  if (Math.abs(off) <= Number.EPSILON * 1e-3 * (Math.abs(app) + Math.abs(aqq))) {
    a[p]![q] = 0
    a[q]![p] = 0
    return
  }
  const theta = (aqq - app) / (2 * off)
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  for (let k = 0; k < a.length; k += 1) turn(a[k]!, p, q, c, s)
  const [rowP, rowQ] = [a[p]!, a[q]!]
  for (let k = 0; k < a.length; k += 1) {
    const [x, y] = [rowP[k]!, rowQ[k]!]
    rowP[k] = c * x - s * y
    rowQ[k] = s * x + c * y
  }
  rowP[q] = 0
  rowQ[p] = 0
  for (const row of v) turn(row, p, q, c, s)
}

function turn(row: Float64Array, p: number, q: number, c: number, s: number): void {
  const [x, y] = [row[p]!, row[q]!]
  row[p] = c * x - s * y
  row[q] = s * x + c * y
}
