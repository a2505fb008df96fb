/** How well separated groups are: the mean silhouette of their members. */
import { type Point, squaredDistance } from './k-means'

/**
 * Mean over all points of (b − a) / max(a, b), where a is the mean distance to the other points of the same group and
 * b the smallest mean distance to the points of another group; 0 for a point alone in its group
 * (P. J. Rousseeuw, Journal of Computational and Applied Mathematics 20, 1987). Between −1 and 1; 0 with one group.
 */
export function silhouette(points: readonly Point[], nearest: readonly number[], groups: number): number {
  const sizes = Array.from({ length: groups }, () => 0)
  for (const group of nearest) sizes[group]! += 1
  if (sizes.filter((size) => size > 0).length < 2) return 0
  let sum = 0
  for (const [index, point] of points.entries()) {
    const far = Array.from({ length: groups }, () => 0)
    for (const [other, place] of points.entries()) far[nearest[other]!]! += Math.sqrt(squaredDistance(point, place))
    sum += ofPoint(far, sizes, nearest[index]!)
  }
  return sum / points.length
}

function ofPoint(far: readonly number[], sizes: readonly number[], own: number): number {
  if (sizes[own] === 1) return 0
  const a = far[own]! / (sizes[own]! - 1)
  let b = Number.POSITIVE_INFINITY
  for (const [group, distance] of far.entries()) {
    if (group !== own && sizes[group]! > 0) b = Math.min(b, distance / sizes[group]!)
  }
  return a === 0 && b === 0 ? 0 : (b - a) / Math.max(a, b)
}
