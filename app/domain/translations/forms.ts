/** What may be submitted as a translation: `known` is the version that the page has seen. */
import { z } from 'zod'
import { maybeText, optionalText } from '#app/domain/text'

/** Statements, features and their values that stand on one form; the others come after they are saved. */
export const mostWords = 200

const part = z.string().regex(/^[a-z0-9-]{1,40}$/)
const few = (words: object) => Object.keys(words).length <= mostWords

export const TranslationForm = z.object({
  title: optionalText(225),
  titleFrom: maybeText(150),
  description: optionalText(3000),
  descriptionFrom: maybeText(2000),
  /** By their part */
  words: z.record(part, optionalText(450)).refine(few).default({}),
  wordsFrom: z.record(part, maybeText(300)).refine(few).default({}),
  known: maybeText(40),
})
export type TranslationGiven = z.output<typeof TranslationForm>
