/** Whether the quotas can be met at all, and if not, why, in words and numbers. */
import type { Sentence } from '#app/domain/voting/rules/outcome'
import { type Kind, panelColumn, panelRules } from './kinds'
import { headcount, type Pool } from './pool'
import type { Column, Row, Solve } from './program'

/**
 * No reasons when a panel exists. Otherwise what plainly cannot be met (a quota above the people there are, quotas of a
 * feature that add up to too many or too few seats, too few people or homes), then one way out: the smallest change
 * of quotas, counted in seats, after which a panel exists. There can be several equally small changes; the solver's
 * first is told. Keys: `panels.pool-too-small`, `panels.too-few-homes`, `panels.minimums-too-high`,
 * `panels.maximums-too-low`, `panels.too-few-people`, `panels.lower-minimum`, `panels.raise-maximum`.
 */
export function whyImpossible(pool: Pool, kinds: readonly Kind[], solve: Solve): Sentence[] {
  const columns = kinds.map((kind) => panelColumn(kind, 0))
  const found = solve({ goal: 'most', columns, rows: panelRules(pool, kinds), whole: true })
  if (found.status === 'optimal') return []
  return [...plainReasons(pool, kinds), ...wayOut(pool, kinds, solve)]
}

function plainReasons(pool: Pool, kinds: readonly Kind[]): Sentence[] {
  const { people, panelSize } = pool
  if (people.length < panelSize) {
    return [{ key: 'panels.pool-too-small', values: { people: people.length, seats: panelSize } }]
  }
  const homes = mostFromHomes(kinds)
  const few = homes < panelSize ? [{ key: 'panels.too-few-homes', values: { homes, seats: panelSize } }] : []
  return [...few, ...pool.features.flatMap((_, feature) => reasonsOf(pool, feature))]
}

function reasonsOf(pool: Pool, index: number): Sentence[] {
  const { name: feature, quotas } = pool.features[index]!
  const there = headcount(pool, index)
  const reasons: Sentence[] = []
  const least = quotas.reduce((sum, { min }) => sum + min, 0)
  const most = quotas.reduce((sum, { max }, value) => sum + Math.min(max, there.get(value) ?? 0), 0)
  const seats = pool.panelSize
  if (least > seats) reasons.push({ key: 'panels.minimums-too-high', values: { feature, sum: least, seats } })
  if (most < seats) reasons.push({ key: 'panels.maximums-too-low', values: { feature, sum: most, seats } })
  for (const [place, { value, min }] of quotas.entries()) {
    const people = there.get(place) ?? 0
    if (people < min) reasons.push({ key: 'panels.too-few-people', values: { feature, value, min, people } })
  }
  return reasons
}

/** People who live alone in the pool, and one for each shared home. */
function mostFromHomes(kinds: readonly Kind[]): number {
  const homes = new Set(kinds.flatMap(({ home }) => home ?? []))
  return kinds.reduce((sum, { people, home }) => sum + (home === undefined ? people.length : 0), homes.size)
}

/** Each quota may give way by some seats, below its minimum or above its maximum; the fewest seats in all. */
function wayOut(pool: Pool, kinds: readonly Kind[], solve: Solve): Sentence[] {
  const all = pool.features.flatMap(({ name, quotas }) => quotas.map((quota) => ({ feature: name, ...quota })))
  const columns: Column[] = kinds.map((kind) => panelColumn(kind, 0))
  for (const { min } of all) columns.push({ worth: 1, lower: 0, upper: min }, { worth: 1, lower: 0 })
  const [size, ...rest] = panelRules(pool, kinds)
  const rows = rest.flatMap((row, index): Row[] => {
    if (index >= all.length) return [row]
    const below = kinds.length + 2 * index
    return [
      { ...(row.lower !== undefined && { lower: row.lower }), entries: [...row.entries, [below, 1]] },
      { ...(row.upper !== undefined && { upper: row.upper }), entries: [...row.entries, [below + 1, -1]] },
    ]
  })
  const found = solve({ goal: 'least', columns, rows: [size!, ...rows], whole: true })
  if (found.status !== 'optimal') return []
  return all.flatMap(({ feature, value, min, max }, index): Sentence[] => {
    const [below, above] = [0, 1].map((side) => Math.round(found.columns[kinds.length + 2 * index + side]!))
    return [
      ...(below! > 0 ? [{ key: 'panels.lower-minimum', values: { feature, value, from: min, to: min - below! } }] : []),
      ...(above! > 0 ? [{ key: 'panels.raise-maximum', values: { feature, value, from: max, to: max + above! } }] : []),
    ]
  })
}
