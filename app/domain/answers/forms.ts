/** What may be submitted about answers: drafts, splits, notes, extensions, verdicts, steps of commitments. */
import { z } from 'zod'
import { languageField, optionalText, text } from '#app/domain/text'
import { isCivilDate } from './civil-date'
import { pointVerdicts, satisfactions } from './verdicts'

const id = z.string().trim().min(1).max(40)
const optionalDate = optionalText(10).refine((value) => value === null || isCivilDate(value), 'answers.errors.date')
const link = (value: string | null) =>
  value === null || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol))
const optionalLink = optionalText(500).refine(link, 'errors.url')

export const maxReasons = 6000

/** An untouched radio group sends nothing. */
const verdict = z
  .enum([...pointVerdicts, ''])
  .optional()
  .transform((value) => value || null)

export const PointDraftForm = z.strictObject({
  pointId: id,
  verdict,
  reasons: optionalText(maxReasons).transform((value) => value ?? ''),
  actNumber: optionalText(60),
  actDate: optionalDate,
  actLink: optionalLink,
  promise: optionalText(500),
  promisedOn: optionalDate,
})

export const AnswerDraftForm = z.strictObject({
  /** The draft as it was when the page was shown */
  revision: z.coerce.number().int(),
  opening: optionalText(4000).transform((value) => value ?? ''),
  language: languageField,
  points: z.array(PointDraftForm).max(60).default([]),
  /** Where the button leads */
  next: z.union([z.enum(['preview', 'later']), z.string().regex(/^split:[\w-]{1,40}$/)]).optional(),
})
export type AnswerDraft = z.output<typeof AnswerDraftForm>

export const AssignForm = z.strictObject({
  officeId: id,
  assigneeId: optionalText(40),
})

export const NoteForm = z.strictObject({ text: text(4000) })

const longestPart = 1000

export const PartsForm = z.strictObject({
  /** One part a line */
  parts: text(6000, 3)
    .transform((value) =>
      value
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.string()).min(2, 'answers.errors.two-parts').max(10, 'answers.errors.ten-parts'))
    .superRefine((parts, context) => {
      // One field holds them all: the message says which is meant.
      const at = parts.findIndex((part) => part.length > longestPart)
      const values = JSON.stringify({ number: at + 1, maximum: longestPart })
      if (at >= 0) context.addIssue({ code: 'custom', message: `answers.errors.long-part|${values}` })
    }),
})

export const PublishForm = z.strictObject({
  revision: z.coerce.number().int(),
  changeReason: optionalText(600),
})

export const ExtensionForm = z.strictObject({
  days: z.coerce.number().int().min(1).max(365),
  reason: text(1000, 20),
})

export const VerdictForm = z
  .strictObject({
    /** The version as it was when the page was shown */
    version: z.coerce.number().int(),
    satisfaction: z.enum(satisfactions),
    reason: optionalText(2000),
  })
  .refine(({ satisfaction, reason }) => satisfaction === 'yes' || reason !== null, {
    path: ['reason'],
    message: 'answers.errors.say-why',
  })

export const ReviewForm = z.strictObject({ reason: text(2000, 20) })

export const StepForm = z.strictObject({ text: text(1000, 3), evidence: optionalLink })
export const DoneForm = z.strictObject({ outcome: text(1000, 3), evidence: optionalLink })
export const DropForm = z.strictObject({ reason: text(1000, 20) })
export const HandOverForm = z.strictObject({ officeId: text(40), reason: text(1000, 20) })
export const MoveForm = z.strictObject({
  dueOn: text(10).refine(isCivilDate, 'answers.errors.date'),
  reason: text(1000, 20),
})
