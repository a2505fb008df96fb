/** The fairest lotteries over panels: the smallest chance of anybody as large as can be (maximin), then the next (leximin). */
import { isPanel, type Kind, type KindPanel, panelColumn, panelRules } from './kinds'
import type { Pool } from './pool'
import type { Program, Row, Solve } from './program'

export type FairLottery = {
  panels: { counts: KindPanel; chance: number }[]
  /** Kinds that no panel within the quotas contains; they are left out of the comparison. */
  never: number[]
  /** Chance of each person of a kind. */
  chances: number[]
  /** Smallest chance of anybody who can be drawn at all. */
  value: number
}

/** A panel is added only when it beats the price of the lottery by more than this. */
const better = 1e-8
/** A kind whose chance has a price above this cannot have a larger chance without harm to one that has no more. */
const priced = 1e-7
const negligible = 1e-10

/**
 * Lottery over panels within the quotas of exactly `pool.panelSize` people, by column generation: panels are found one
 * at a time as whole-number programmes, until none would improve the linear programme of their chances
 * (Flanigan, Gölz, Gupta, Hennig, Procaccia, "Fair algorithms for selecting citizens' assemblies", Nature 596, 2021).
 *
 * `maximin` stops at the largest smallest chance; many lotteries reach it, the solver's is taken. `leximin` then fixes
 * the kinds that are held down (a positive price in the linear programme) at that chance and repeats with the others;
 * the chances it ends with are unique. Chances are floating point, right to about 10⁻⁷: no panel is drawn with them,
 * but with the whole tickets that are made of them (see `ticketsOf`). A panel must exist (see `whyImpossible`).
 */
export function fairLottery(
  pool: Pool,
  kinds: readonly Kind[],
  rule: 'maximin' | 'leximin',
  solve: Solve,
): FairLottery {
  const rules = panelRules(pool, kinds)
  const find = (worths: readonly number[]) => bestPanel(kinds, rules, worths, solve)
  const { panels, never } = coveringPanels(kinds, find)
  const fixed = new Map<number, number>(never.map((kind) => [kind, 0]))
  let value: number | undefined
  let weights: readonly number[] = []
  while (fixed.size < kinds.length) {
    const round = bestChances(kinds, panels, fixed, find, solve)
    weights = round.weights
    value ??= round.smallest
    if (rule === 'maximin' || round.smallest >= 1 - negligible) break
    for (const kind of round.heldDown) fixed.set(kind, round.smallest)
  }
  const kept = lotteryOf(panels, weights)
  const chances = kinds.map((kind, index) => chanceOf(kept, index, kind))
  return { panels: kept, never, chances, value: value ?? 0 }
}

type Find = (worths: readonly number[]) => KindPanel

function bestPanel(kinds: readonly Kind[], rules: readonly Row[], worths: readonly number[], solve: Solve): KindPanel {
  const largest = worths.reduce((most, worth) => Math.max(most, worth), 0) || 1
  const columns = kinds.map((kind, index) => panelColumn(kind, (100 * worths[index]!) / largest))
  const found = solve({ goal: 'most', columns, rows: rules, whole: true })
  if (found.status !== 'optimal') throw new RangeError('no panel meets the quotas')
  const counts = found.columns.map((count) => Math.round(count))
  if (!isPanel(counts, rules, kinds)) throw new RangeError('the solver’s panel does not keep the quotas')
  return counts
}

/** Panels until every kind is in one; kinds that are left when no panel contains any of them can never be drawn. */
function coveringPanels(kinds: readonly Kind[], find: Find) {
  const panels: KindPanel[] = []
  const left = new Set(kinds.keys())
  while (left.size > 0) {
    const panel = find(kinds.map((_, kind) => (left.has(kind) ? 1 : 0)))
    const found = [...left].filter((kind) => panel[kind]! > 0)
    if (found.length === 0) break
    for (const kind of found) left.delete(kind)
    panels.push(panel)
  }
  return { panels, never: [...left] }
}

/** The largest smallest chance of the kinds that are not fixed; adds to `panels` what it needs. */
function bestChances(
  kinds: readonly Kind[],
  panels: KindPanel[],
  fixed: ReadonlyMap<number, number>,
  find: Find,
  solve: Solve,
) {
  for (;;) {
    const found = solve(chancesProgram(kinds, panels, fixed))
    if (found.status !== 'optimal') throw new RangeError('the chances found before cannot be kept')
    const [one, ...rest] = found.prices
    const prices = rest.map((price) => Math.max(0, -price))
    const worths = kinds.map(({ people }, kind) => prices[kind]! / people.length)
    const panel = find(worths)
    const worth = panel.reduce((sum, count, kind) => sum + count * worths[kind]!, 0)
    const known = worth > one! + better && panels.some((other) => other.every((count, kind) => count === panel[kind]))
    if (worth > one! + better && !known) {
      panels.push(panel)
      continue
    }
    const free = [...kinds.keys()].filter((kind) => !fixed.has(kind))
    const mostPriced = free.reduce((most, kind) => Math.max(most, prices[kind]!), 0)
    const heldDown = free.filter((kind) => prices[kind]! > Math.min(priced, mostPriced / 2) || mostPriced === 0)
    return { smallest: found.columns[panels.length]!, weights: found.columns.slice(0, panels.length), heldDown }
  }
}

/** Columns: the chance of each panel, then the smallest chance. Rows: chances sum to 1, then one row a kind. */
function chancesProgram(
  kinds: readonly Kind[],
  panels: readonly KindPanel[],
  fixed: ReadonlyMap<number, number>,
): Program {
  const smallest = panels.length
  const kindRows = kinds.map(({ people }, kind): Row => {
    const entries = panels.flatMap((panel, index) =>
      panel[kind]! > 0 ? [[index, panel[kind]! / people.length] as const] : [],
    )
    const least = fixed.get(kind)
    return least === undefined ? { lower: 0, entries: [...entries, [smallest, -1]] } : { lower: least - 1e-9, entries }
  })
  return {
    goal: 'most',
    columns: [...panels.map(() => ({ worth: 0, lower: 0 })), { worth: 1, lower: 0 }],
    rows: [{ lower: 1, upper: 1, entries: panels.map((_, index) => [index, 1] as const) }, ...kindRows],
  }
}

function lotteryOf(panels: readonly KindPanel[], weights: readonly number[]) {
  const kept = panels
    .map((counts, index) => ({ counts, chance: weights[index] ?? 0 }))
    .filter(({ chance }) => chance > negligible)
  const sum = kept.reduce((total, { chance }) => total + chance, 0)
  return kept.map(({ counts, chance }) => ({ counts, chance: chance / sum }))
}

function chanceOf(panels: FairLottery['panels'], kind: number, { people }: Kind): number {
  return panels.reduce((sum, { counts, chance }) => sum + chance * counts[kind]!, 0) / people.length
}
