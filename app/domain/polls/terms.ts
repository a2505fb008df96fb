/** What a poll fixes before it opens: its settings as the wizard asks for them, and the whole as it is frozen at opening. */
import { z } from 'zod'
import { mostOptions, ruleNames } from './rules'
import { translationShape } from './translations'

export const completions = [
  'add1u',
  'add1',
  'then_greedy',
  'no_completion',
  'add1u_no_exhaustive_stop',
  'add1_no_exhaustive_stop',
] as const

/** Equal shares: what everybody has at first, by how much it grows at a time, and when there is nothing more to buy. */
export const startEndowments = ['exact', 'floor'] as const
export const addSteps = ['thousandth', 'hundredth', 'unit'] as const
export const exhaustiveOvers = ['supported', 'all'] as const

/** What the wizard keeps; each rule uses its own part. */
export const settingsShape = z.object({
  /** How many options win */
  seats: z.int().min(1).max(mostOptions).default(1),
  maxChoices: z.int().min(1).max(mostOptions).nullable().default(null),
  maxPoints: z.int().min(1).max(10).default(5),
  majority: z.enum(['half', 'two-thirds']).default('half'),
  /** Percent of those entitled who must take part for the vote to count */
  quorum: z.int().min(1).max(100).nullable().default(null),
  /** Whole units of the currency */
  budget: z.int().min(1).nullable().default(null),
  currency: z.string().max(10).default('€'),
  /** By the seed; among equal projects the cheaper and the more voted before it; past budgets by the order that their rule names */
  tieBreak: z.enum(['seed', 'cost-votes-seed', 'cost-votes-id']).default('seed'),
  /** By duels: of several that nobody beats the lot chooses one. Polls that opened before this was so declare all of them */
  resolute: z.boolean().default(false),
  /** On a budget ballot: only projects that fit into the money together, or any */
  spend: z.enum(['within-budget', 'freely']).default('freely'),
  /** Equal shares: whether everybody's part grows, until when, and who gets what is left */
  completion: z.enum(completions).default('add1u'),
  /** Polls that opened before one could choose these have none: they start at whole units and grow by one */
  startEndowment: z.enum(startEndowments).optional(),
  addStep: z.enum(addSteps).optional(),
  exhaustiveOver: z.enum(exhaustiveOvers).optional(),
  /** Sequential Phragmén: at a project that does not fit, the count stops or goes on */
  whenTooDear: z.enum(['stop', 'skip']).default('stop'),
  /** Parts of the territory, each with its own money and projects; none is the whole as one */
  districts: z.array(z.object({ id: z.string(), budget: z.int().min(1), projects: z.array(z.string()) })).default([]),
  /** With districts, whether a ballot may name projects of several */
  districtsPerBallot: z.enum(['one', 'several']).default('several'),
  /** Of each list at most one project is funded; a ballot may name all of them */
  incompatible: z.array(z.array(z.string())).default([]),
})
export type Settings = z.output<typeof settingsShape>

/** Of a secret vote: who opens it, from how many ballots on, and who made the credentials. */
const secretShape = z.object({
  uuid: z.string(),
  trustees: z.array(z.string()),
  threshold: z.int(),
  minimum: z.int(),
  credentials: z.enum(['registrar', 'server']),
})
export type SecretTerms = z.output<typeof secretShape>

export const frozenShape = z.object({
  question: z.string(),
  description: z.string(),
  rule: z.enum(ruleNames),
  settings: settingsShape,
  mode: z.enum(['open', 'confidential', 'secret']),
  secret: secretShape.optional(),
  voters: z.enum(['confirmed', 'residents', 'attested', 'members', 'codes']),
  showsRunning: z.boolean(),
  opensAt: z.string(),
  closesAt: z.string(),
  commitment: z.string(),
  options: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      title: z.string(),
      text: z.string(),
      cost: z.number().nullable(),
      place: z.string().nullable(),
      proposalId: z.string().nullable(),
    }),
  ),
  translations: z.array(translationShape).optional(),
})
/** Question, options, rule and settings as published at opening: what ballots are checked and counted against. */
export type Terms = z.output<typeof frozenShape>

/** The name under which the count, the command and archives know the rule. */
export function countedAs({ rule, settings }: Pick<Terms, 'rule' | 'settings'>): string {
  return rule === 'mes_cost_add1u' ? `mes_cost_${settings.completion}` : rule
}

/** Fit for any number of voters: with less than one euro each, whole euros would leave nothing to share. */
const firstChoices = { startEndowment: 'exact', addStep: 'thousandth', exhaustiveOver: 'supported' } as const

/** Of a poll that has not opened yet; what is left out has the first choice. Fails at what no poll can have. */
export function settingsFrom(given: Partial<z.input<typeof settingsShape>>): Settings {
  return settingsShape.parse({ ...firstChoices, ...given })
}

export function termsFrom(json: unknown): Terms | null {
  const parsed = frozenShape.safeParse(json)
  return parsed.success ? parsed.data : null
}
