/** What may be submitted as a translation: `known` is the version that the page has seen. */
import { z } from 'zod'
import { maybeText, optionalText } from '#app/domain/text'

/** Statements, features and their values: more than any subject has today. */
const mostWords = 1000

export const TranslationForm = z.object({
  title: optionalText(225),
  titleFrom: maybeText(150),
  description: optionalText(3000),
  descriptionFrom: maybeText(2000),
  /** By their part */
  others: z
    .record(z.string().regex(/^[a-z0-9-]{1,40}$/), z.object({ words: optionalText(450), wordsFrom: maybeText(300) }))
    .refine((others) => Object.keys(others).length <= mostWords)
    .default({}),
  known: maybeText(40),
})
export type TranslationGiven = z.output<typeof TranslationForm>
