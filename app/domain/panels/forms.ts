/** What may be submitted about a panel. */
import { z } from 'zod'
import { momentOf } from '#app/domain/polls/hours'
import { languageField, optionalText, text } from '#app/domain/text'
import { mostFeatures, mostSeats, mostValues } from './features'

const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)
const hour = z
  .string()
  .max(20)
  .transform((value) => momentOf(value) ?? undefined)
  .refine((value): value is Date => value !== undefined, { message: 'errors.format' })
const seats = (least: number) => z.coerce.number().int().min(least).max(mostSeats)
/** Names go into published files and become keys */
const word = (max: number) => text(max).pipe(z.string().regex(/^[^\n\t]*$/, { message: 'errors.format' }))

export const PanelForm = z.object({
  territoryId: id,
  language: languageField,
  title: text(150, 10),
  description: optionalText(2000),
  seats: seats(2),
  gathersTo: hour,
  drawsAt: hour,
  chance: text(300, 10),
})
export type PanelGiven = z.output<typeof PanelForm>

/** One feature; lines without a value are left out. */
export const FeatureForm = z.object({
  name: word(60),
  values: z
    .array(
      z.strictObject({ value: optionalText(60), min: z.string().max(5).optional(), max: z.string().max(5).optional() }),
    )
    .max(mostValues)
    .transform((lines, context) =>
      lines.flatMap(({ value, min, max }) => {
        if (value === null) return []
        const bounds = z.tuple([seats(0), seats(0)]).safeParse([min || 0, max || 0])
        if (bounds.success && !/[\n\t]/.test(value)) return [{ value, min: bounds.data[0], max: bounds.data[1] }]
        context.issues.push({ code: 'custom', message: 'errors.format', input: lines })
        return []
      }),
    ),
})
export type FeatureGiven = z.output<typeof FeatureForm>

/** Seats of every value of every feature, in their order. */
export const QuotasForm = z.object({
  quotas: z.array(z.strictObject({ min: seats(0), max: seats(0) })).max(mostFeatures * mostValues),
})

export const ExtensionForm = z.object({ gathersTo: hour, drawsAt: hour })

export const VolunteerForm = z.object({ answers: z.array(word(60)).max(mostFeatures).default([]) })

/** As it stands in the announced source: spaces at its ends do not count. */
export const DrawForm = z.object({ seed: word(200) })
