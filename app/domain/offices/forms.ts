/** What may be submitted about an office: its name and topics, its people, the days when it is shut. */
import { z } from 'zod'
import { topics } from '#app/domain/proposals/topics'
import { optionalText, text } from '#app/domain/text'

export const ranks = ['head', 'deputy', 'officer'] as const

const day = z.iso.date().transform((date) => new Date(`${date}T00:00:00Z`))
/** One value, several or none: as HTML forms send checkboxes. */
const severalTopics = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.enum(topics)).max(topics.length),
)

export const OfficeForm = z.object({
  name: text(120, 3),
  description: optionalText(300).transform((description) => description ?? ''),
  email: optionalText(190).pipe(z.email().nullable()),
  topics: severalTopics,
})
export const OpenOfficeForm = OfficeForm.extend({
  territoryId: z
    .string()
    .max(40)
    .regex(/^[\w-]+$/),
})
export const SeatForm = z.object({
  email: text(190)
    .pipe(z.email().max(190))
    .transform((address) => address.toLowerCase()),
  rank: z.enum(ranks),
  startsOn: day,
  endsOn: day.optional(),
})
export const ClosureForm = z.object({ startsOn: day, endsOn: day, reason: text(200, 3) })

export type Office = z.output<typeof OfficeForm>
export type NewOffice = z.output<typeof OpenOfficeForm>
export type Seat = z.output<typeof SeatForm>
export type NewClosure = z.output<typeof ClosureForm>
