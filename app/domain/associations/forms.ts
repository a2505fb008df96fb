/** What may be submitted about an association: each step of its registration, decisions, mandates, searches. */
import { z } from 'zod'
import { afterFilter } from '#app/domain/list-filters'
import { languageField, optionalText, text } from '#app/domain/text'
import { withScheme } from '#app/domain/web-address'
import { legalForms } from './completeness'
import { spokenLanguages } from './spoken-languages'

const id = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[\w-]+$/)
const day = z.iso.date().transform((date) => new Date(`${date}T00:00:00Z`))
/** One value, several or none: as HTML forms send checkboxes and multiple choices. */
const several = <T extends z.ZodType>(item: T, most: number) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(most),
  )
const optionalEmail = optionalText(190).pipe(z.email().nullable())
const optionalUrl = optionalText(300)
  .transform((typed) => typed && withScheme(typed))
  .pipe(
    z
      .url({ protocol: /^https?$/ })
      .max(300)
      .nullable(),
  )
/** 11 digits, or the 16 signs of a person's; spaces do not matter. */
const taxCode = optionalText(30)
  .transform((typed) => typed?.replace(/\s/g, '').toUpperCase() ?? null)
  .pipe(
    z
      .string()
      .regex(/^(\d{11}|[A-Z0-9]{16})$/, 'associations.tax-code-hint')
      .nullable(),
  )

/** Written in many ways, but never without a digit. */
const runtsNumber = optionalText(30).pipe(z.string().regex(/\d/, 'associations.runts-number-hint').nullable())

/** Of the step that was shown; a form that names none is taken as it is. */
const revision = z.coerce
  .number()
  .int()
  .min(0)
  .max(2 ** 48)
  .optional()

export const ClaimForm = z.object({ name: text(120, 3) })
export const IdentityForm = z.object({
  revision,
  name: text(120, 3),
  legalForm: z.enum(legalForms).optional(),
  taxCode,
})
export const RegistersForm = z.object({
  revision,
  runtsNumber,
  runtsSection: optionalText(120),
  regionalRegister: optionalText(120),
  nationalRegister: optionalText(120),
})
export const PlacesForm = z.object({
  revision,
  seatId: id.optional(),
  address: optionalText(200),
  territoryIds: several(id, 30),
})
export const WorkForm = z.object({
  revision,
  languages: several(z.enum(spokenLanguages), 20),
  description: optionalText(2000).transform((description) => description ?? ''),
  /** Of the description; a form that names none leaves it as it is */
  language: languageField.optional(),
  website: optionalUrl,
  email: optionalEmail,
  phone: optionalText(40),
})
export const DecisionForm = z.object({
  move: z.enum(['verify', 'askToComplete', 'refuse', 'suspend']),
  note: optionalText(2000),
})
export const InviteForm = z.object({
  email: text(190)
    .pipe(z.email().max(190))
    .transform((address) => address.toLowerCase()),
  kind: z.enum(['representative', 'delegate', 'member']),
  startsOn: day.optional(),
  endsOn: day.optional(),
})
export const InvitationForm = z.object({
  token: z
    .string()
    .min(20)
    .max(100)
    .regex(/^[\w-]+$/),
})
/** A file is judged by its bytes, not here. With the wish to go on, what was chosen and not yet added comes along. */
export const DocumentForm = z
  .object({ file: z.instanceof(File).optional(), goOn: z.literal('yes').optional() })
  .refine(({ file, goOn }) => file || goOn, { path: ['file'], message: 'errors.required' })

/** Addresses that people edit by hand: what is not understood counts as not asked. */
export const RegisterSearch = z.object({
  q: z.string().max(100).catch('').default(''),
  territory: id.optional().catch(undefined),
  form: z.enum(legalForms).optional().catch(undefined),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional()
    .catch(undefined),
  after: afterFilter,
})

export type Identity = z.output<typeof IdentityForm>
export type Registers = z.output<typeof RegistersForm>
export type Places = z.output<typeof PlacesForm>
export type Work = z.output<typeof WorkForm>
export type Decision = z.output<typeof DecisionForm>
export type Invitation = z.output<typeof InviteForm>
export type Search = z.output<typeof RegisterSearch>
