/** What may be submitted in a conversation of opinions. */
import { z } from 'zod'
import { afterFilter } from '#app/domain/list-filters'
import { momentOf } from '#app/domain/polls/hours'
import { languageField, optionalText, text } from '#app/domain/text'
import { reasons, statementLength } from './moderation'

const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)
const optionalHour = z
  .string()
  .max(20)
  .optional()
  .transform((value) => (value ? (momentOf(value) ?? undefined) : null))
  .refine((value): value is Date | null => value !== undefined, { message: 'errors.format' })

export const ConversationForm = z.object({
  territoryId: id,
  language: languageField,
  title: text(150, 10),
  description: optionalText(2000),
  closesAt: optionalHour,
  /** The first statements, one a line: with none there is nothing to answer */
  statements: text(6000, statementLength.min),
})
export type ConversationGiven = z.output<typeof ConversationForm>

export const StatementForm = z.object({
  text: text(statementLength.max, statementLength.min),
  language: languageField,
})
export type StatementGiven = z.output<typeof StatementForm>

export const OpinionForm = z.object({
  statementId: id,
  vote: z.enum(['agree', 'disagree', 'pass']),
  /** The page to come back to: the next statement, or one's own answers */
  from: z.enum(['next', 'own']).catch('next'),
})
export type OpinionGiven = Pick<z.output<typeof OpinionForm>, 'statementId' | 'vote'>

export const RefusalForm = z.object({ reason: z.enum(reasons), note: optionalText(300) })
export type RefusalGiven = z.output<typeof RefusalForm>

/** How a list is asked for in an address: what is not understood counts as not asked. */
export const ListForm = z.object({
  territory: z.string().max(120).optional().catch(undefined),
  after: afterFilter,
})
