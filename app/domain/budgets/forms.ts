/** What may be submitted about a participatory budget and its projects. */
import { z } from 'zod'
import { afterFilter, territoryFilter } from '#app/domain/list-filters'
import { momentOf } from '#app/domain/polls/hours'
import { languageField, optionalText, text } from '#app/domain/text'

const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)
const emptyIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const optionalId = z.preprocess(emptyIsNull, id.nullable())
const whole = (min: number, max: number) =>
  z.preprocess(emptyIsNull, z.coerce.number().int().min(min).max(max).nullable())
const degrees = (most: number) => z.preprocess(emptyIsNull, z.coerce.number().min(-most).max(most).nullable())

export const mostMoney = 1_000_000_000
export const mostDistricts = 20

const hour = z
  .string()
  .max(20)
  .transform((value, context) => {
    const moment = momentOf(value)
    if (moment) return moment
    context.issues.push({ code: 'custom', message: 'errors.format', input: value })
    return z.NEVER
  })

const dates = { ideasFrom: hour, ideasUntil: hour, checkUntil: hour, voteFrom: hour, voteUntil: hour }

/** Its money, its rules and its dates. */
export const BudgetForm = z.object({
  territoryId: id,
  language: languageField,
  title: text(150, 10),
  description: optionalText(2000),
  act: optionalText(200),
  money: whole(1, mostMoney),
  districts: z
    .array(z.strictObject({ name: optionalText(80), money: whole(1, mostMoney) }))
    .max(mostDistricts)
    .default([]),
  ballot: z.enum(['one', 'several']).default('several'),
  proposers: z.enum(['residents', 'associations', 'residentsAndAssociations']).default('residentsAndAssociations'),
  mostIdeas: whole(1, 100),
  ...dates,
})
export type BudgetGiven = z.output<typeof BudgetForm>

export const DatesForm = z.object({ ...dates, reason: text(500, 10) })
export type DatesGiven = z.output<typeof DatesForm>

export const ProjectForm = z.object({
  title: text(100, 5),
  text: text(3000, 20),
  place: text(150, 3),
  districtId: optionalId,
  latitude: degrees(90),
  longitude: degrees(180),
  language: languageField,
  associationId: optionalId,
  /** The author's own guess */
  cost: whole(1, mostMoney),
  costWhy: optionalText(500),
})
export type ProjectGiven = z.output<typeof ProjectForm>

export const TakingInForm = z.object({ proposalId: id, districtId: optionalId, place: text(150, 3) })

export const CheckForm = z.object({
  feasibility: z.enum(['feasible', 'changes', 'infeasible']),
  reason: text(1000, 10),
  cost: whole(1, mostMoney),
  costWhy: optionalText(500),
})
export type CheckGiven = z.output<typeof CheckForm>

/** A new figure alone, with its public reason. */
export const CostForm = z.object({ cost: z.coerce.number().int().min(1).max(mostMoney), why: text(500, 10) })

/** A picture, or new words for the one that is there. */
export const PictureForm = z.object({ picture: z.instanceof(File).optional(), pictureAlt: text(200, 3) })

const pixel = z.coerce.number().int().min(0).max(2000)
/** A tap on the picture, as browsers send it, or coordinates. */
export const PointForm = z.object({
  point: z.strictObject({ x: pixel, y: pixel }).optional(),
  latitude: degrees(90),
  longitude: degrees(180),
})
export type PointGiven = z.output<typeof PointForm>

export const ConflictForm = z.object({
  first: z.coerce.number().int().min(1).max(1_000_000),
  second: z.coerce.number().int().min(1).max(1_000_000),
  reason: text(300, 10),
})
export const ConflictEndForm = ConflictForm.omit({ reason: true })

export const VoteForm = z.object({
  rule: z.enum(['greedy_by_votes', 'mes_cost_add1u']),
  spend: z.enum(['within-budget', 'freely']).default('freely'),
  maxChoices: whole(1, 100),
  voters: z.enum(['confirmed', 'residents', 'attested']).default('residents'),
})
export type VoteGiven = z.output<typeof VoteForm>

/** The filters in a list's address: what is not understood counts as not asked. */
export const BudgetListForm = z.object({
  territory: territoryFilter,
  after: afterFilter,
})
