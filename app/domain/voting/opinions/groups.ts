/** Opinion groups: people who stand near each other on the map. A reading aid, never a verdict on anybody. */
import { lotsFrom } from '#app/domain/voting/sortition/lots'
import { kMeans, type Point } from './k-means'
import { silhouette } from './silhouette'

export type GroupSettings = {
  /** Decides the starts of k-means; published with the map. */
  seed: string
  /** At most this many groups. */
  maxGroups: number
}
export type Grouping = {
  /** Indexes into the given points, one list a group; the largest group first. */
  groups: number[][]
  centres: Point[]
  /** Mean silhouette for each number of groups that was tried. */
  tried: { groups: number; silhouette: number }[]
}

export const standardGroups: GroupSettings = { seed: 'agora', maxGroups: 5 }

/** Points are first gathered into at most this many near-equal stands. */
const mostStands = 100
const stepPerGroup = 12
const starts = 50

/**
 * Groups as in Polis (Small et al. 2021) from a cold start: people are first gathered into at most 100 stands; then, for
 * every k from 2 to min(maxGroups, 2 + ⌊stands / 12⌋), weighted k-means on the stands (50 starts by k-means++, see
 * `kMeans`); the k with the largest mean silhouette over the stands is taken, the smaller one when equal. Polis itself
 * continues from its own past, so its groups depend on the order in which votes arrived; ours depend on the votes and
 * the seed alone. Lots: purpose `opinion-stands` for the stands and `opinion-groups-k` for each k.
 *
 * One group when nobody differs; none when there is nobody. Groups are ordered by size, equals by their first member.
 */
export function groupsOf(points: readonly Point[], { seed, maxGroups }: GroupSettings): Grouping {
  if (points.length === 0) return { groups: [], centres: [], tried: [] }
  const stands = standsOf(points, seed)
  const most = Math.min(maxGroups, 2 + Math.floor(stands.places.length / stepPerGroup), stands.places.length)
  const tried: Grouping['tried'] = []
  let best = kMeans(stands.places, stands.people, 1, lotsFrom(seed, 'opinion-groups-1'))
  let highest = Number.NEGATIVE_INFINITY
  for (let k = 2; k <= most; k += 1) {
    const clustering = kMeans(stands.places, stands.people, k, lotsFrom(seed, `opinion-groups-${k}`), starts)
    const width = silhouette(stands.places, clustering.nearest, clustering.centres.length)
    tried.push({ groups: k, silhouette: width })
    if (width > highest) [best, highest] = [clustering, width]
  }
  const members: number[][] = best.centres.map(() => [])
  for (const [index, stand] of stands.standOf.entries()) members[best.nearest[stand]!]!.push(index)
  return { ...inOrder(members, best.centres), tried }
}

/** Up to 100 different points are their own stands; more are gathered by k-means into 100. */
function standsOf(points: readonly Point[], seed: string) {
  const different = new Map<string, number>()
  const places: Point[] = []
  const standOf = points.map((point) => {
    const key = point.join(' ')
    const known = different.get(key)
    if (known !== undefined) return known
    different.set(key, places.length)
    return places.push(point) - 1
  })
  const people = countOf(standOf, places.length)
  if (places.length <= mostStands) return { places, standOf, people }
  const { centres, nearest } = kMeans(places, people, mostStands, lotsFrom(seed, 'opinion-stands'))
  const gathered = standOf.map((place) => nearest[place]!)
  return { places: centres, standOf: gathered, people: countOf(gathered, centres.length) }
}

function countOf(places: readonly number[], size: number): number[] {
  const counts = Array.from({ length: size }, () => 0)
  for (const place of places) counts[place]! += 1
  return counts
}

function inOrder(members: readonly number[][], centres: readonly Point[]) {
  const order = members
    .map((_, group) => group)
    .filter((group) => members[group]!.length > 0)
    .sort((a, b) => members[b]!.length - members[a]!.length || members[a]![0]! - members[b]![0]!)
  return { groups: order.map((group) => members[group]!), centres: order.map((group) => centres[group]!) }
}
