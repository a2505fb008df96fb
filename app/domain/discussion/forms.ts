/** What may be submitted in a discussion. */
import { z } from 'zod'
import { languageField, text } from '#app/domain/text'
import { commentLength, stances, threadSorts } from './stances'

const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)
const emptyIsNull = (value: unknown) => (value === '' ? null : value)
const optionalId = z.preprocess(emptyIsNull, id.nullish()).transform((value) => value ?? null)

export const CommentForm = z.object({
  text: text(commentLength.max, commentLength.min),
  stance: z.enum(stances).default('neutral'),
  language: languageField,
  parentId: optionalId,
  associationId: optionalId,
  /** Made with the form, one a writing: sent twice, it is still one comment */
  formKey: z.string().regex(/^[A-Za-z0-9_-]{8,40}$/),
})
export type CommentWritten = z.output<typeof CommentForm>

export const CommentEditForm = CommentForm.pick({ text: true, language: true })
export type CommentEdited = z.output<typeof CommentEditForm>

/** How a thread is asked for in an address: what is not understood counts as not asked. */
export const ThreadForm = z.object({
  sort: z.enum(threadSorts).catch('time'),
  comments: z.string().max(200).optional().catch(undefined),
})
