/** Sequential Phragmén told: at which load each project was bought, and at which project the count stopped. */
import type { Sentence } from '#app/domain/voting/rules/outcome'
import { money } from './election'
import { decimal } from './fractions'
import { type BudgetOutcome, fundedOutcome, inCurrency } from './outcome'
import { countPhragmen, type PhragmenCount } from './phragmen'
import type { BudgetVote } from './vote'

export function phragmenOutcome(vote: BudgetVote): BudgetOutcome {
  const count = countPhragmen({ ...vote, budget: vote.election.budget, whenTooDear: vote.settings.whenTooDear })
  const { spent, ...outcome } = fundedOutcome(
    vote,
    count.funded.map((project, at) => ({ project, by: 'phragmen', load: count.loads[at] ?? undefined })),
  )
  return { ...outcome, ties: count.ties, explanation: sentences(vote, count, outcome) }
}

function sentences(vote: BudgetVote, count: PhragmenCount, { stages }: Pick<BudgetOutcome, 'stages'>): Sentence[] {
  const { election, ids, costs, electorate } = vote
  const funded = new Set(count.funded)
  const base = (project: number) => ({ support: electorate.votes[project]!, cost: money(election, costs[project]!) })
  const won = count.funded.map(
    (project, at): Sentence => ({
      key: count.loads[at] ? 'count.phragmen.bought' : 'count.phragmen.left-over',
      option: ids[project]!,
      values: { ...base(project), round: at + 1, load: stages[at]?.load ?? '0' },
    }),
  )
  const lost = ids.flatMap((option, project) => (funded.has(project) ? [] : [{ option, ...whyNot(project) }]))
  return [...won, ...lost]

  function whyNot(project: number): Omit<Sentence, 'option'> {
    const values = base(project)
    const dear = count.tooDear.find((one) => one.project === project)
    const beside = (vote.rivals.get(project) ?? []).filter((rival) => funded.has(rival))
    if (vote.leftOut.has(project)) return { key: 'count.budget.not-eligible', values }
    if (costs[project]! > election.budget) return { key: 'count.budget.over-the-whole-budget', values }
    if (dear) {
      const missing = costs[project]! - dear.left
      const load = dear.load ? decimal(inCurrency(election, dear.load)) : '0'
      return {
        key: 'count.phragmen.too-dear',
        values: { ...values, load, left: money(election, dear.left), missing: money(election, missing) },
      }
    }
    if (beside.length > 0)
      return { key: 'count.budget.incompatible', values: { ...values, with: beside.map((rival) => ids[rival]!) } }
    const stoppedAt = count.stoppedAt === null ? '' : ids[count.stoppedAt]!
    return { key: 'count.phragmen.after-the-stop', values: { ...values, stoppedAt } }
  }
}
