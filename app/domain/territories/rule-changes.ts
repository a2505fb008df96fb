/** A rule set line by line, and which lines one version says in another way than the one before. */

export const ruleLines = [
  'proposers',
  'supporters',
  'editWindowHours',
  'threshold',
  'answerDays',
  'extensionDays',
  'reviewDays',
] as const
export type RuleLine = (typeof ruleLines)[number]

export type Ruled = {
  proposers: string
  supporters: string
  thresholdNumber: number | null
  thresholdShare: number | null
  /** After the opening, in which a change makes no version */
  editWindowHours: number
  answerDays: number
  /** At most, once */
  extensionDays: number
  reviewDays: number
}

export function changedLines(before: Ruled, after: Ruled): RuleLine[] {
  return ruleLines.filter((line) =>
    line === 'threshold'
      ? before.thresholdNumber !== after.thresholdNumber || before.thresholdShare !== after.thresholdShare
      : before[line] !== after[line],
  )
}

type Enacted = Ruled & { act: string | null }

/** Of rules or of their act: what says the same as what is in force is no new version. */
export function saysAnother(before: Enacted | null, after: Enacted): boolean {
  return before === null || before.act !== after.act || changedLines(before, after).length > 0
}
