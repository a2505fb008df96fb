/** Points gathered around centres: weighted k-means with a documented start. */
import type { Lots } from '#app/domain/voting/sortition/lots'

export type Point = readonly [number, number]
/** `nearest[i]` is the centre of point i; `inertia` the weighted sum of squared distances to it. */
export type Clustering = { centres: Point[]; nearest: number[]; inertia: number }

const mostRounds = 100

/**
 * The best of `starts` k-means runs: least inertia, the earlier run when equal. Each run begins with centres drawn by
 * k-means++ (Arthur & Vassilvitskii, SODA 2007): the first point by its weight, each further one by its weight times
 * its squared distance to the nearest centre so far, all with the given lots. Fewer than k centres come back when there
 * are fewer than k different points.
 */
export function kMeans(points: readonly Point[], weights: readonly number[], k: number, lots: Lots, starts = 1) {
  let best: Clustering | undefined
  for (let start = 0; start < starts; start += 1) {
    const run = lloyd(points, weights, drawCentres(points, weights, k, lots))
    if (!best || run.inertia < best.inertia) best = run
  }
  return best ?? { centres: [], nearest: [], inertia: 0 }
}

/**
 * Lloyd's iterations from given centres until nobody changes (at most 100 rounds): each point goes to its nearest
 * centre, the earlier one when equal; each centre moves to the weighted mean of its points; a centre left without
 * points is dropped (S. P. Lloyd, IEEE Transactions on Information Theory 28(2), 1982).
 */
export function lloyd(points: readonly Point[], weights: readonly number[], centres: readonly Point[]): Clustering {
  let clustering = assign(points, weights, centres)
  for (let round = 0; round < mostRounds; round += 1) {
    const moved = assign(points, weights, meansOf(points, weights, clustering))
    const same = moved.nearest.every((centre, index) => centre === clustering.nearest[index])
    clustering = moved
    if (same) break
  }
  return clustering
}

function assign(points: readonly Point[], weights: readonly number[], centres: readonly Point[]): Clustering {
  let inertia = 0
  const nearest = points.map((point, index) => {
    let [best, least] = [0, Number.POSITIVE_INFINITY]
    for (let centre = 0; centre < centres.length; centre += 1) {
      const distance = squaredDistance(point, centres[centre]!)
      if (distance < least) [best, least] = [centre, distance]
    }
    inertia += weights[index]! * least
    return best
  })
  return { centres: [...centres], nearest, inertia }
}

function meansOf(points: readonly Point[], weights: readonly number[], { centres, nearest }: Clustering): Point[] {
  const sums = centres.map(() => ({ x: 0, y: 0, weight: 0 }))
  for (const [index, [x, y]] of points.entries()) {
    const sum = sums[nearest[index]!]!
    sum.x += weights[index]! * x
    sum.y += weights[index]! * y
    sum.weight += weights[index]!
  }
  return sums.filter(({ weight }) => weight > 0).map(({ x, y, weight }) => [x / weight, y / weight])
}

function drawCentres(points: readonly Point[], weights: readonly number[], k: number, lots: Lots): Point[] {
  const centres: Point[] = []
  let chances = [...weights]
  const nearestSoFar = points.map(() => Number.POSITIVE_INFINITY)
  while (centres.length < k) {
    const drawn = points[draw(chances, lots.share())]
    if (!drawn) break
    centres.push(drawn)
    for (const [index, point] of points.entries()) {
      nearestSoFar[index] = Math.min(nearestSoFar[index]!, squaredDistance(point, drawn))
    }
    chances = weights.map((weight, index) => weight * nearestSoFar[index]!)
  }
  return centres
}

/** The place where the running sum of chances passes `share` of the whole; −1 when all chances are 0. */
function draw(chances: readonly number[], share: number): number {
  let left = share * chances.reduce((sum, chance) => sum + chance, 0)
  let last = -1
  for (const [index, chance] of chances.entries()) {
    if (chance === 0) continue
    last = index
    left -= chance
    if (left < 0) return index
  }
  return last
}

export function squaredDistance([ax, ay]: Point, [bx, by]: Point): number {
  return (ax - bx) * (ax - bx) + (ay - by) * (ay - by)
}
