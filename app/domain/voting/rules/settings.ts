/** The settings of every tally and ranked rule, as published before a vote opens; what is left out has its default. */
import { z } from 'zod'
import { MOST_OPTIONS } from './ballots'
import { parseShare } from './shares'

const id = z.string().min(1).max(500)
const share = z.string().refine(isShare, 'is not a share such as 1/2, 0.5 or 50%')
const points = z.int().min(-1_000_000_000).max(1_000_000_000)
const threshold = z.strictObject({
  share,
  of: z.enum(['roll', 'ballots', 'yes-and-no']).default('yes-and-no'),
  is: z.enum(['more-than', 'at-least']).default('more-than'),
})

const fields = z.strictObject({
  seats: z.int().min(1).max(MOST_OPTIONS).optional(),
  /** Closes the list of options: any other id on a ballot is refused. */
  options: z.array(id).min(1).max(MOST_OPTIONS).refine(areDifferent, 'an option stands twice').optional(),
  tieBreak: z.union([z.literal('id'), z.array(id), z.strictObject({ seed: z.string().min(1).max(500) })]).default('id'),
  unranked: z.enum(['tied-last', 'ignored']).optional(),
  strength: z.enum(['winning-votes', 'margins', 'ratio']).default('winning-votes'),
  resolute: z.boolean().default(false),
  overvote: z.enum(['exhaust', 'skip-rank', 'skip-ballot', 'exhaust-if-several-continue']).default('exhaust'),
  skippedRanksExhaustAt: z.int().min(0).max(MOST_OPTIONS).default(0),
  duplicates: z.enum(['ignore', 'exhaust']).default('ignore'),
  batchElimination: z.boolean().default(false),
  runToTwo: z.boolean().default(false),
  writeIns: z.enum(['count', 'exhaust']).default('count'),
  strict: z.boolean().default(false),
  minChoices: z.int().min(0).max(MOST_OPTIONS).default(0),
  maxChoices: z.int().min(0).max(MOST_OPTIONS).optional(),
  scoreBy: z.enum(['sum', 'average']).default('sum'),
  minPoints: points.optional(),
  maxPoints: points.optional(),
  maxSum: points.optional(),
  answers: z
    .strictObject({ yes: id, no: id, blank: id })
    .refine((answers) => areDifferent(Object.values(answers)), 'two answers are the same')
    .default({ yes: 'yes', no: 'no', blank: 'blank' }),
  majority: threshold.default({ share: '1/2', of: 'yes-and-no', is: 'more-than' }),
  quorum: threshold.extend({ counting: z.enum(['ballots', 'yes-and-no', 'yes']).default('ballots') }).optional(),
  roll: z.int().min(0).max(1_000_000_000).optional(),
})

/** What contradicts itself would make every ballot invalid. */
export const countSettings = fields
  .refine(({ minChoices, maxChoices }) => minChoices <= (maxChoices ?? minChoices), {
    path: ['maxChoices'],
    error: 'is less than minChoices',
  })
  .refine(({ minPoints, maxPoints }) => minPoints === undefined || maxPoints === undefined || minPoints <= maxPoints, {
    path: ['maxPoints'],
    error: 'is less than minPoints',
  })

export type CountSettings = z.infer<typeof countSettings>

function isShare(text: string): boolean {
  const share = parseShare(text)
  return share !== undefined && share.n <= share.d
}

function areDifferent(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length
}
