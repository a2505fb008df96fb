/** A ballot as a person fills it in, checked against the poll's terms, and as the box keeps it. */
import { type BallotKind, ruleOf } from './rules'
import type { Terms } from './terms'

/** What a form says: ids of options, points beside them, or places in an order. */
export type Filled = {
  choices?: readonly string[]
  points?: Readonly<Record<string, number>>
  /** Place by option: 1 is first; nothing is not ranked */
  places?: Readonly<Record<string, number>>
}

/** What the box keeps: keys of options, best first where there is an order. */
export type Content = { choices: string[] } | { points: Record<string, number> } | { order: string[] }

type Ballot = Pick<Terms, 'rule' | 'settings' | 'options'>

/** The content of a ballot, `null` for an empty one, or the reason why no such ballot exists. */
export function readBallot(terms: Ballot, filled: Filled): Content | null | string {
  const keys = new Map(terms.options.map(({ id, key }) => [id, key]))
  const kind = ruleOf(terms.rule).ballot
  if (kind === 'order') return readOrder(keys, filled.places ?? {})
  if (kind === 'points') return readPoints(keys, filled.points ?? {}, terms.settings.maxPoints)
  return readChoices(terms, keys, filled.choices ?? [], kind)
}

function readChoices(terms: Ballot, keys: Map<string, string>, ids: readonly string[], kind: BallotKind) {
  if (ids.length > keys.size) return 'poll.too-many-choices'
  const chosen = new Set<string>()
  for (const id of ids) {
    const key = keys.get(id)
    if (key === undefined) return 'poll.option-of-another-poll'
    if (chosen.has(key)) return 'poll.option-twice'
    chosen.add(key)
  }
  if (chosen.size === 0) return null
  const { maxChoices } = terms.settings
  if (kind === 'one' ? chosen.size > 1 : maxChoices !== null && chosen.size > maxChoices) return 'poll.too-many-choices'
  if (districtsOn(terms, chosen) > 1 && terms.settings.districtsPerBallot === 'one') return 'poll.one-district-only'
  if (!fits(terms, chosen)) return 'poll.over-the-budget'
  return { choices: terms.options.flatMap(({ key }) => (chosen.has(key) ? [key] : [])) }
}

/** A part of the money, a district's or the whole, in whole units: `left` is endless where a ballot need not fit into it. */
export type Purse = {
  district: string | null
  projects: readonly string[]
  budget: number
  /** What the chosen ones of its projects cost together */
  chosen: number
  left: number
}

/** What is left of each district on its own: it pays for nothing in another. None where no money is shared out. */
export function pursesOf({ rule, settings, options }: Ballot, chosen: ReadonlySet<string>): Purse[] {
  if (!ruleOf(rule).budget || settings.budget === null) return []
  const costOf = new Map(options.map(({ key, cost }) => [key, cost ?? 0]))
  const whole = { id: null, budget: settings.budget, projects: [...costOf.keys()] }
  const parts = settings.districts.length > 0 ? settings.districts : [whole]
  return parts.map(({ id, budget, projects }) => {
    const cost = projects.reduce((sum, key) => (chosen.has(key) ? sum + (costOf.get(key) ?? 0) : sum), 0)
    const left = settings.spend === 'within-budget' ? budget - cost : Number.POSITIVE_INFINITY
    return { district: id, projects, budget, chosen: cost, left }
  })
}

/** Whether the chosen projects fit into the money, in each district into its own. */
export function fits(terms: Ballot, chosen: ReadonlySet<string>): boolean {
  return pursesOf(terms, chosen).every(({ left }) => left >= 0)
}

/** How many districts the chosen projects are in. */
export function districtsOn({ settings }: Pick<Ballot, 'settings'>, chosen: ReadonlySet<string>): number {
  return settings.districts.filter(({ projects }) => projects.some((key) => chosen.has(key))).length
}

function readPoints(keys: Map<string, string>, points: Readonly<Record<string, number>>, most: number) {
  const given = Object.entries(points)
  if (given.length > keys.size) return 'poll.too-many-choices'
  const content: Record<string, number> = {}
  for (const [id, value] of given) {
    const key = keys.get(id)
    if (key === undefined) return 'poll.option-of-another-poll'
    if (!Number.isInteger(value) || value < 0 || value > most) return 'poll.points-out-of-range'
    content[key] = value
  }
  if (given.length === 0) return null
  return {
    points: Object.fromEntries([...keys.values()].flatMap((key) => (key in content ? [[key, content[key] ?? 0]] : []))),
  }
}

function readOrder(keys: Map<string, string>, places: Readonly<Record<string, number>>) {
  const given = Object.entries(places)
  if (given.length > keys.size) return 'poll.too-many-choices'
  const taken = new Set<number>()
  const ranked: { key: string; place: number }[] = []
  for (const [id, place] of given) {
    const key = keys.get(id)
    if (key === undefined) return 'poll.option-of-another-poll'
    if (!Number.isInteger(place) || place < 1 || place > keys.size) return 'poll.place-out-of-range'
    if (taken.has(place)) return 'poll.place-twice'
    taken.add(place)
    ranked.push({ key, place })
  }
  if (ranked.length === 0) return null
  return { order: ranked.sort((a, b) => a.place - b.place).map(({ key }) => key) }
}

/** One text for equal ballots. */
export function contentText(content: Content): string {
  return JSON.stringify(content)
}

/** Keys that the ballot names, in its order. */
export function keysOn(content: Content): string[] {
  if ('order' in content) return content.order
  if ('choices' in content) return content.choices
  return Object.entries(content.points).flatMap(([key, points]) => (points > 0 ? [key] : []))
}
