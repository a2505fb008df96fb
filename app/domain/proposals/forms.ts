/** What may be submitted about a proposal. */
import { z } from 'zod'
import { afterFilter, territoryFilter } from '#app/domain/list-filters'
import { languageField, maybeText, text } from '#app/domain/text'
import { dues, sorts, usualSort } from './listing'
import { bounds } from './readiness'
import { topics } from './topics'

/** Bytes of a document's field; the document itself is checked by its own schema. */
const documentField = z.string().max(600_000)
const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)
const revision = z.coerce.number().int().min(0).max(2_000_000_000)
const emptyIsNull = (value: unknown) => (value === '' ? null : value)

const points = z
  .array(maybeText(bounds.points.max))
  .max(bounds.points.most)
  .default([])
  .transform((lines) => lines.map((line) => line.trim()).filter(Boolean))

const place = {
  territoryId: id,
  topic: z.preprocess(emptyIsNull, z.enum(topics).nullish()).transform((value) => value ?? null),
  language: languageField,
  /** Where it is not said, it stays as it is */
  associationId: z.preprocess(emptyIsNull, id.nullish()),
}

/** First step of a draft: where, about what, in whose name and language. */
export const StartForm = z.object(place)
export const PlaceForm = z.object({ revision, ...place })

/** Second step: the words, complete or not. */
export const TextForm = z.object({
  revision,
  title: maybeText(bounds.draftTitle),
  document: documentField.default(''),
  points,
})

/** A save of a half-written draft: only what is there is changed. */
export type Draft = { revision: number } & Partial<z.output<typeof PlaceForm> & z.output<typeof TextForm>>

/** A change of a published text. */
export const ChangeForm = z.object({
  revision,
  title: text(bounds.title.max, bounds.title.min),
  document: documentField,
  points,
  /** What changed, in the author's words: asked for once each change is a version */
  note: maybeText(bounds.note.max),
})
export type Change = z.output<typeof ChangeForm>

export const InvitationForm = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
})

const shownStages = ['open', 'qualified', 'answered', 'archived', 'withdrawn'] as const

/** The filters in a list's address: what is not understood counts as not asked. */
export const ListForm = z
  .object({
    /** Words to be found in title, points and text */
    q: maybeText(100)
      .transform((words) => words.trim() || undefined)
      .catch(undefined),
    territory: territoryFilter,
    association: id.optional().catch(undefined),
    topic: z.enum(topics).optional().catch(undefined),
    stage: z.enum(shownStages).optional().catch(undefined),
    due: z.enum(dues).optional().catch(undefined),
    sort: z.enum(sorts).optional().catch(undefined),
    after: afterFilter,
  })
  .transform(({ sort, ...asked }) => {
    const usual = usualSort(asked.q)
    return { ...asked, sort: sort === undefined || (sort === 'match' && !asked.q) ? usual : sort }
  })

/** A file to add, the wish to go on, or both: what was chosen and not yet added is never left behind. */
export const AttachmentForm = z
  .object({ file: z.instanceof(File).optional(), goOn: z.literal('yes').optional() })
  .refine(({ file, goOn }) => file || goOn, { path: ['file'], message: 'errors.required' })

/** One file, as browsers send it; what is inside is judged when it comes. */
export const FileForm = z.object({ file: z.instanceof(File) })
