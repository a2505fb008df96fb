/** What may be submitted about a poll, and on its ballot. */
import { z } from 'zod'
import { afterFilter, territoryFilter } from '#app/domain/list-filters'
import { languageField, maybeText, optionalText, text } from '#app/domain/text'
import type { Filled } from './ballot'
import { momentOf, today } from './hours'
import { mostOptions, offeredRules } from './rules'
import { addSteps, completions, exhaustiveOvers, startEndowments } from './terms'

const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)
const emptyIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const optionalId = z.preprocess(emptyIsNull, id.nullable())
const whole = (min: number, max: number) =>
  z.preprocess(emptyIsNull, z.coerce.number().int().min(min).max(max).nullable())
const hour = z
  .preprocess(emptyIsNull, z.string().max(20).nullable())
  .transform((value) => (value === null ? null : (momentOf(value) ?? undefined)))
  .refine((value): value is Date | null => value !== undefined, { message: 'errors.format' })

/** First step: the question, where, and in whose name. */
export const QuestionForm = z.object({
  territoryId: id,
  associationId: optionalId,
  language: languageField,
  question: text(200, 10),
  description: optionalText(2000),
})

/** Second step: the rule. */
export const RuleForm = z.object({ rule: z.enum(offeredRules) })

/** Third step: the options and the rule's settings; lines without a title are left out. */
export const OptionsForm = z.object({
  options: z
    .array(
      z.strictObject({
        title: optionalText(150),
        text: optionalText(1000),
        cost: whole(1, 1_000_000_000),
        place: optionalText(150),
        proposalId: optionalId,
      }),
    )
    .max(mostOptions)
    .default([]),
  seats: whole(1, mostOptions),
  maxChoices: whole(1, mostOptions),
  maxPoints: whole(1, 10),
  majority: z.enum(['half', 'two-thirds']).default('half'),
  budget: whole(1, 1_000_000_000),
  spend: z.enum(['within-budget', 'freely']).default('freely'),
  completion: z.enum(completions).default('add1u'),
  startEndowment: z.enum(startEndowments).default('exact'),
  addStep: z.enum(addSteps).default('thousandth'),
  exhaustiveOver: z.enum(exhaustiveOvers).default('supported'),
  whenTooDear: z.enum(['stop', 'skip']).default('stop'),
  /** Pressed to get more empty lines */
  more: z.string().max(10).optional(),
})
export type OptionsGiven = z.output<typeof OptionsForm>

/** Fourth step: who votes, how, and when. */
export const TimesForm = z.object({
  voters: z.enum(['confirmed', 'residents', 'attested', 'members', 'codes']),
  mode: z.enum(['open', 'confidential', 'secret']),
  showsRunning: z.preprocess((value) => value === 'on' || value === true, z.boolean()),
  quorum: whole(1, 100),
  opensAt: hour,
  closesAt: hour,
})
export type TimesGiven = z.output<typeof TimesForm>

/** In a further language, each part with the words that it was made from; `known` is the version that the page has seen. */
export const TranslationForm = z.object({
  question: optionalText(300),
  questionFrom: maybeText(200),
  description: optionalText(3000),
  descriptionFrom: maybeText(2000),
  options: z
    .array(
      z.strictObject({
        title: optionalText(200),
        titleFrom: maybeText(150),
        text: optionalText(1500),
        textFrom: maybeText(1000),
      }),
    )
    .max(mostOptions)
    .default([]),
  known: maybeText(40),
})
export type TranslationGiven = z.output<typeof TranslationForm>

export const RestartForm = z.object({ reason: text(500, 10) })

/** A ballot as forms send it: ids of chosen options, or an id and its number side by side. */
const ballotFields = z.strictObject({
  choice: z
    .array(id)
    .max(mostOptions + 1)
    .default([]),
  option: z
    .array(id)
    .max(mostOptions + 1)
    .default([]),
  number: z
    .array(whole(0, 10_000))
    .max(mostOptions + 1)
    .default([]),
})

/** `known`: the vote that the page has seen, so that none is overwritten unseen. */
export const BallotForm = ballotFields
  .extend({ known: z.string().max(40).optional() })
  .transform(({ known, ...ballot }) => ({ ...filledFrom(ballot), known }))

function filledFrom({ choice, option, number }: z.output<typeof ballotFields>): Filled {
  const beside = Object.fromEntries(
    option.flatMap((id, at): [string, number][] => {
      const value = number[at] ?? null
      return value === null ? [] : [[id, value]]
    }),
  )
  return { choices: choice, points: beside, places: beside }
}

/** An office and a day for the projects that won. */
export const CommitForm = z.object({
  officeId: id,
  dueOn: z.preprocess(
    emptyIsNull,
    z.coerce
      .date()
      .max(new Date('2100-01-01'))
      .refine((day) => day >= today(), { message: 'polls.errors.past-day' })
      .nullable(),
  ),
})

export const CodesForm = z.object({ howMany: z.coerce.number().int().min(1).max(5000) })
export const CodeForm = z.object({ code: z.string().trim().min(1).max(40) })

/** A paper's number beside what stands on it. */
export const PaperForm = ballotFields
  .extend({ paper: z.coerce.number().int().min(1).max(1_000_000) })
  .transform(({ paper, ...ballot }) => ({ paper, filled: filledFrom(ballot) }))

export const phases = ['open', 'announced', 'counted'] as const

/** The filters in a list's address: what is not understood counts as not asked. */
export const PollListForm = z.object({
  territory: territoryFilter,
  phase: z.enum(phases).optional().catch(undefined),
  after: afterFilter,
})
