/** The settings of every budget rule, as published before a vote opens; what is left out has its default. */
import { z } from 'zod'
import type { BudgetElection } from './election'
import { decimalFraction, type Fraction, fraction, over, times } from './fractions'

const id = z.string().min(1).max(500)
const amount = z
  .union([z.string(), z.number().nonnegative().transform(String)])
  .refine((text) => (decimalFraction(text)?.n ?? -1n) >= 0n, 'is not an amount such as 1 or 12.50')
const step = z
  .string()
  .refine((text) => (decimalFraction(text.replace(/%$/, ''))?.n ?? 0n) > 0n, 'is not a step such as 1, 0.01 or 0.1%')

export const budgetSettings = z.strictObject({
  tieBreak: z
    .union([
      z.enum(['cost-votes-id', 'votes-cost-id', 'id']),
      z.array(id),
      z.strictObject({ first: z.literal('cost-votes').optional(), seed: z.string().min(1).max(500) }),
    ])
    .default('cost-votes-id'),
  /** At most one project of each list is funded. */
  incompatible: z.array(z.array(id).min(2)).default([]),
  /** Greedy rules and completions: projects with less support than this are left out. */
  threshold: amount.optional(),
  /** What each voter starts with: the equal share, its whole currency units (the default of completions), or an amount. */
  startEndowment: z.union([z.enum(['floor', 'exact']), amount]).optional(),
  /** What each voter gets more of at every step: an amount, or a percentage of an equal share. */
  addStep: z.union([step, z.number().positive().transform(String)]).default('1'),
  /** An outcome is exhaustive when no other project fits: no other at all, or none that somebody supports. */
  exhaustiveOver: z.enum(['supported', 'all']).default('supported'),
  /** Only projects whose share of voters reaches cost / (this × budget) take part; Świecie 2023 uses 3. */
  eligibility: amount.optional(),
  /** After equal shares: give the greedy outcome instead when more voters have more of their projects in it. */
  comparison: z.enum(['none', 'greedy-if-preferred']).default('none'),
  /** Sequential Phragmén: at a project that does not fit, stop or go on with the others. */
  whenTooDear: z.enum(['stop', 'skip']).default('stop'),
  /** Steps a completion may take before it is refused. */
  maxSteps: z.int().min(1).max(100_000_000).default(1_000_000),
  /** One count a district, each with its own money and projects. */
  districts: z
    .array(z.strictObject({ id, budget: amount, projects: z.array(id).min(1) }))
    .min(1)
    .optional(),
  /** With districts: a ballot may name projects of one district, or of several, each part counting in its own. */
  districtsPerBallot: z.enum(['one', 'several']).default('one'),
})

export type BudgetSettings = z.infer<typeof budgetSettings>

/** Money in a setting, in the election's smallest unit; not always a whole number of it. */
export function inUnits({ decimals }: Pick<BudgetElection, 'decimals'>, text: string): Fraction {
  return times(decimalFraction(text) ?? fraction(0n), fraction(10n ** BigInt(decimals)))
}

/** The completion's step, in the election's smallest unit. */
export function stepOf(election: BudgetElection, text: string): Fraction {
  if (!text.endsWith('%')) return inUnits(election, text)
  const share = fraction(election.budget, BigInt(Math.max(1, election.voters)))
  return times(share, over(decimalFraction(text.slice(0, -1)) ?? fraction(1n), fraction(100n)))
}
