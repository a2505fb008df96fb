/** What may be submitted about territories. */
import { z } from 'zod'
import { optionalText } from '#app/domain/text'

const wholeNumber = (most: number) => z.coerce.number().int().min(1).max(most)

export const RuleSetForm = z.object({
  proposers: z.enum(['residents', 'associations', 'residentsAndAssociations']),
  supporters: z.enum(['residents', 'anyone']),
  thresholdNumber: wholeNumber(1_000_000).optional(),
  /** Inhabitants in ten thousand */
  thresholdShare: wholeNumber(10_000).optional(),
  answerDays: wholeNumber(365),
  reviewDays: wholeNumber(365),
  act: optionalText(300),
})
