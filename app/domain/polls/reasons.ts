/** Why an option won or did not, out of the count's own report: its sentences, its way through the stages, its duels. */
import type { Sentence, Stage, Table } from '#app/domain/voting/rules/outcome'
import type { PollReport } from './count'

/** What was counted together: everything, or one district with its own money. */
export type Part = { district: string | null; report: PollReport }
export type Step = { number: number; votes: string; became: 'elected' | 'excluded' | 'stayed' }
/** Budgets have ways of their own to break a tie. */
export type Tied = { between: string[]; chosen: string[]; how: string; stage?: number; purpose?: string }
export type Duel = { against: string; ahead: number; behind: number }

export function partsOf(report: PollReport): Part[] {
  const districts = Object.entries((report.districts ?? {}) as Record<string, PollReport>)
  if (districts.length === 0) return [{ district: null, report }]
  return districts.map(([district, own]) => ({ district, report: own }))
}

export function partWith(report: PollReport, key: string): Part {
  return partsOf(report).find((part) => part.report.options.includes(key)) ?? { district: null, report }
}

export function sentencesIn({ explanation }: PollReport) {
  const all = (explanation ?? []) as Sentence[]
  return {
    general: all.filter(({ option }) => option === undefined),
    about: (key: string) => all.filter(({ option }) => option === key),
  }
}

/** Nothing where the rule has a single stage. */
export function stepsOf({ stages }: PollReport, key: string): Step[] {
  const all = (stages ?? []) as (Stage & { by?: string })[]
  // Seats and projects are given one by one: no option has votes that change on the way
  if (all.length < 2 || all[0]?.by !== undefined) return []
  const steps = all.map(({ totals, elected, excluded }, at) => ({
    number: at + 1,
    votes: totals?.[key],
    became: elected.includes(key) ? ('elected' as const) : excluded?.includes(key) ? ('excluded' as const) : 'stayed',
  }))
  const end = steps.findIndex(({ became }) => became !== 'stayed')
  return steps
    .slice(0, end < 0 ? steps.length : end + 1)
    .flatMap(({ votes, ...step }) => (votes === undefined ? [] : [{ ...step, votes }])) as Step[]
}

export function duelsOf({ pairwise }: PollReport, key: string): Duel[] {
  return duelsIn((pairwise ?? {}) as Table, key)
}

function duelsIn(table: Table, key: string): Duel[] {
  return Object.keys(table)
    .filter((other) => other !== key && table[key] !== undefined)
    .map((against) => ({
      against,
      ahead: Number(table[key]?.[against] ?? 0),
      behind: Number(table[against]?.[key] ?? 0),
    }))
}

export function tiesIn({ ties }: PollReport, key?: string): Tied[] {
  const all = (ties ?? []) as Tied[]
  return key === undefined ? all : all.filter((tie) => optionsIn(tie).includes(key))
}

/** Of duels that were equally strong, the two options of each. */
export function optionsIn({ between, purpose }: Tied): string[] {
  return purpose === 'locking' ? [...new Set(between.flatMap((duel) => duel.split(' > ')))] : between
}

/** Before the end nothing is drawn: who is ahead without a lot, and which ties are open. */
export function standingIn(report: PollReport): { ahead: string[]; open: string[][] } {
  const open = tiesIn(report)
    .filter(({ how, purpose }) => how === 'permutation' && purpose !== 'order')
    .map(optionsIn)
  const level = new Set(open.flat())
  return { ahead: (report.winners ?? []).filter((key) => !level.has(key)), open }
}

/** Where the rule gives no totals, the duels that each option wins. */
export function totalsIn({ totals, pairwise }: PollReport): Record<string, string> {
  if (totals) return totals as Record<string, string>
  const table = (pairwise ?? {}) as Table
  const won = (key: string) => duelsIn(table, key).filter(({ ahead, behind }) => ahead > behind).length
  return Object.fromEntries(Object.keys(table).map((key) => [key, String(won(key))]))
}
