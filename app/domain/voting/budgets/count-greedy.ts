/** Greedy counts told: who was funded at which place, and what the others lacked. */
import type { Sentence } from '#app/domain/voting/rules/outcome'
import { pointUnit } from './ballots'
import { money } from './election'
import { decimal, fraction } from './fractions'
import { countGreedy, type GreedyCount, type GreedySettings, type GreedyStep } from './greedy'
import { type BudgetOutcome, fundedOutcome } from './outcome'
import type { BudgetVote } from './vote'

export function greedyOutcome(vote: BudgetVote, support: Float64Array, settings: GreedySettings): BudgetOutcome {
  const count = countGreedy(vote, support, settings)
  const { spent, ...outcome } = fundedOutcome(
    vote,
    count.funded.map((project) => ({ project, by: 'support' })),
  )
  return { ...outcome, ties: count.ties, explanation: greedySentences(vote, support, settings, count) }
}

export function greedySentences(
  vote: BudgetVote,
  support: Float64Array,
  settings: GreedySettings,
  { steps }: GreedyCount,
): Sentence[] {
  const amount = (value: bigint) => money(vote.election, value)
  const stopper = steps.find(({ fate }) => fate === 'too-dear')
  const barred = [...vote.leftOut].map((project): Sentence => {
    return {
      key: 'count.budget.not-eligible',
      option: vote.ids[project]!,
      values: { cost: amount(vote.costs[project]!) },
    }
  })
  const told = steps.flatMap((step, at) => (step.fate === 'already-funded' ? [] : [sentence(step, at + 1)]))
  return [...told, ...barred]

  function sentence({ project, fate, left }: GreedyStep, place: number): Sentence {
    const cost = vote.costs[project]!
    const values = {
      place,
      support: pointsText(support[project]!),
      cost: amount(cost),
      left: amount(left),
      ...(fate === 'too-dear' && { missing: amount(cost - left) }),
      ...(fate === 'below-threshold' && { threshold: pointsText(settings.threshold) }),
      ...(fate === 'after-the-stop' && stopper && { stoppedAt: vote.ids[stopper.project]! }),
      ...(fate === 'incompatible' && { with: rivalsFunded(project) }),
    }
    return { key: `count.budget.${fate}`, option: vote.ids[project]!, values }
  }

  function rivalsFunded(project: number): string[] {
    const funded = new Set(
      steps.filter(({ fate }) => fate === 'funded' || fate === 'already-funded').map((step) => step.project),
    )
    return (vote.rivals.get(project) ?? []).filter((rival) => funded.has(rival)).map((rival) => vote.ids[rival]!)
  }
}

/** Votes or points, kept in units of 1/10000, as people write them. */
export const pointsText = (units: number) => decimal(fraction(BigInt(units), BigInt(pointUnit)))
