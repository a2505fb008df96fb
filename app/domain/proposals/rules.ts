/** A territory's rule set as it was when a proposal opened, and the supports that it asks for. */
import { z } from 'zod'

const frozen = z.object({
  ruleSetId: z.string(),
  /** Where the rule set was found: the territory itself or one above it */
  territoryId: z.string(),
  territoryName: z.string(),
  version: z.number(),
  proposers: z.enum(['residents', 'associations', 'residentsAndAssociations']),
  supporters: z.enum(['residents', 'anyone']),
  thresholdNumber: z.number().nullable(),
  /** In parts per ten thousand of the population */
  thresholdShare: z.number().nullable(),
  population: z.number().nullable(),
  answerDays: z.number(),
  reviewDays: z.number(),
  extensionDays: z.number(),
  editWindowHours: z.number(),
  act: z.string().nullable(),
})

export type FrozenRules = z.infer<typeof frozen>

/** The rules kept on a proposal; null before it opens, and on proposals from elsewhere. */
export function rulesFrom(kept: unknown): FrozenRules | null {
  const parsed = frozen.safeParse(kept)
  return parsed.success ? parsed.data : null
}

type Threshold = Pick<FrozenRules, 'thresholdNumber' | 'thresholdShare'>

/** Supports needed: a number, or a share of the population rounded up; null when nobody knows the population. */
export function thresholdFor({ thresholdNumber, thresholdShare }: Threshold, population: number | null): number | null {
  if (thresholdNumber !== null) return Math.max(1, thresholdNumber)
  if (thresholdShare === null || population === null) return null
  return Math.max(1, Math.ceil((population * thresholdShare) / 10_000))
}
