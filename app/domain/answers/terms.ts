/** The days that a proposal's rule set gave the authority when it opened. */
import { z } from 'zod'

const days = (fallback: number) => z.number().int().min(1).max(1000).catch(fallback)

const terms = z.object({ answerDays: days(30), reviewDays: days(15), extensionDays: days(15) })

export type Terms = z.infer<typeof terms>

/** Thirty working days where nothing was frozen, as for proposals from elsewhere. */
export function termsFrom(rules: unknown): Terms {
  return terms.parse(rules ?? {})
}
