/** Kinds of people: those whom the quotas cannot tell apart, and the panels made of so many of each kind. */
import type { Person, Pool } from './pool'
import type { Column, Row } from './program'

/** People alike in every feature; with one panel member a home, people who share a home are a kind of that home. */
export type Kind = { people: readonly string[]; values: readonly number[]; home?: string }

/** `counts[i]` people of kind i. */
export type KindPanel = readonly number[]

/**
 * Kinds in the order of their first member. A fair lottery gives everybody of a kind the same chance: exchanging two of
 * them changes nothing in the problem, and the fairest chances (leximin) are unique.
 */
export function kindsOf({ people }: Pool, oneAHome: boolean): Kind[] {
  const sharing = oneAHome ? sharedHomes(people) : new Set<string>()
  const kinds = new Map<string, { people: string[]; values: readonly number[]; home?: string }>()
  for (const { id, values, home } of people) {
    const shared = home !== undefined && sharing.has(home) ? home : undefined
    const key = JSON.stringify([values, shared ?? null])
    const known = kinds.get(key)
    if (known) known.people.push(id)
    else kinds.set(key, { people: [id], values, ...(shared !== undefined && { home: shared }) })
  }
  return [...kinds.values()]
}

/** The rules of a panel, one column a kind: its size, every quota, and at most one person of a shared home. */
export function panelRules(pool: Pool, kinds: readonly Kind[]): Row[] {
  const everybody = kinds.map((_, kind) => [kind, 1] as const)
  const size: Row = { lower: pool.panelSize, upper: pool.panelSize, entries: everybody }
  const quotas = pool.features.flatMap(({ quotas: list }, feature) =>
    list.map(
      ({ min, max }, value): Row => ({
        lower: min,
        upper: max,
        entries: everybody.filter(([kind]) => kinds[kind]!.values[feature] === value),
      }),
    ),
  )
  const homes = new Map<string, (readonly [number, number])[]>()
  for (const [kind, { home }] of kinds.entries()) {
    if (home !== undefined) homes.set(home, [...(homes.get(home) ?? []), [kind, 1]])
  }
  return [size, ...quotas, ...[...homes.values()].map((entries): Row => ({ upper: 1, entries }))]
}

/** Between nobody and everybody of a kind, or one where they share a home; `worth` is what each of them counts. */
export function panelColumn({ people, home }: Kind, worth: number): Column {
  return { worth, lower: 0, upper: home === undefined ? people.length : 1 }
}

/** Whether a panel keeps every rule, in whole numbers. */
export function isPanel(counts: KindPanel, rules: readonly Row[], kinds: readonly Kind[]): boolean {
  const withinKinds = counts.every((count, kind) => {
    const { lower, upper } = panelColumn(kinds[kind]!, 0)
    return Number.isInteger(count) && count >= lower && count <= upper!
  })
  return withinKinds && rules.every((rule) => keeps(counts, rule))
}

function keeps(counts: KindPanel, { lower, upper, entries }: Row): boolean {
  const sum = entries.reduce((total, [kind, factor]) => total + counts[kind]! * factor, 0)
  return sum >= (lower ?? 0) && sum <= (upper ?? sum)
}

function sharedHomes(people: readonly Person[]): Set<string> {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const { home } of people) {
    if (home === undefined) continue
    if (seen.has(home)) shared.add(home)
    seen.add(home)
  }
  return shared
}
