/** What may be submitted about territories. */
import { z } from 'zod'
import { optionalText, text } from '#app/domain/text'

const wholeNumber = (most: number) => z.coerce.number().int().min(1).max(most)

/** Working days, and hours to correct a text, that are offered where nobody has written rules yet. */
export const usualTerms = { editWindowHours: 24, answerDays: 30, extensionDays: 15, reviewDays: 15 }

export const RuleSetForm = z.object({
  proposers: z.enum(['residents', 'associations', 'residentsAndAssociations']),
  supporters: z.enum(['residents', 'anyone']),
  thresholdNumber: wholeNumber(1_000_000).optional(),
  /** Inhabitants in ten thousand */
  thresholdShare: wholeNumber(10_000).optional(),
  editWindowHours: z.coerce.number().int().min(0).max(720).default(usualTerms.editWindowHours),
  answerDays: wholeNumber(365),
  extensionDays: wholeNumber(365).default(usualTerms.extensionDays),
  reviewDays: wholeNumber(365),
  act: optionalText(300),
})

/** The act that takes a rule set back, or why, in words. */
export const TakeBackForm = z.object({ reason: text(300, 10) })

/** Days of the longest year: a feast may fall on 29 February. */
const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The patron saint's feast; neither day nor month means that there is none. */
export const PatronForm = z
  .object({
    patronName: optionalText(120),
    day: wholeNumber(31).optional(),
    month: wholeNumber(12).optional(),
  })
  .refine(({ day, month }) => (day === undefined) === (month === undefined), {
    path: ['day'],
    message: 'territories.patron.day-and-month',
  })
  .refine(({ day, month }) => !day || !month || day <= (daysIn[month - 1] ?? 0), {
    path: ['day'],
    message: 'territories.patron.no-such-day',
  })
