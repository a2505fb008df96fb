/** Equal shares told: what each project cost its supporters, and what the supporters of the others still had. */
import type { Sentence } from '#app/domain/voting/rules/outcome'
import { type AddSettings, comparison, completeByAdding, type Progress, startEndowment } from './completions'
import { greedySentences } from './count-greedy'
import { money } from './election'
import { runEqualShares } from './equal-shares'
import { compare, decimal, fraction, minus } from './fractions'
import { countGreedy, type GreedyCount, type GreedySettings } from './greedy'
import { type BudgetOutcome, exactText, type Funded, fundedOutcome, inCurrency } from './outcome'
import { inUnits, stepOf } from './settings'
import type { SharesRun, SharesSetup } from './shares-run'
import { type BudgetVote, unitsOf } from './vote'

export type SharesRule = {
  utility: 'cost' | 'cardinality'
  /** Whether everybody gets more until the budget is used, and when that stops. */
  completion: 'none' | 'until-exhaustive' | 'until-too-dear'
  /** Spend what is left by votes. */
  fill: boolean
}

export function sharesOutcome(vote: BudgetVote, rule: SharesRule, progress?: Progress): BudgetOutcome {
  const setup: SharesSetup = { ...vote, utility: rule.utility }
  const { run, completion } = counted(vote, setup, rule, progress)
  const paid: Funded[] = [
    ...run.free.map((project) => ({ project, by: 'free' as const })),
    ...run.exact
      .prices()
      .map(({ n, d }, round) => ({ project: run.rounds[round]!, by: 'equal-shares' as const, price: fraction(n, d) })),
  ]
  const settings: GreedySettings = {
    order: 'support',
    whenTooDear: 'skip',
    threshold: unitsOf(vote.settings.threshold),
  }
  const rest = rule.fill
    ? countGreedy(
        vote,
        vote.votes,
        settings,
        paid.map(({ project }) => project),
      )
    : undefined
  const funded = [...paid, ...(rest?.funded ?? []).map((project): Funded => ({ project, by: 'support' }))]
  const { spent, ...outcome } = fundedOutcome(vote, funded)
  const endowment = inCurrency(vote.election, run.endowment)
  return {
    ...outcome,
    endowment: decimal(endowment),
    endowmentExact: exactText(endowment),
    ...(completion && { completion }),
    ties: [...run.ties, ...(rest?.ties ?? [])],
    explanation: [...sharesSentences(vote, run, outcome), ...(rest ? fillSentences(vote, settings, rest) : [])],
  }
}

/** Świecie 2023 gave the greedy outcome when more voters had more of their projects in it. */
export function comparedWithGreedy(vote: BudgetVote, ours: BudgetOutcome, greedy: () => BudgetOutcome): BudgetOutcome {
  const other = greedy()
  const numbers = ({ order }: BudgetOutcome) => order.map((id) => vote.ids.indexOf(id))
  const { preferOurs, preferOther } = comparison({ ...vote, utility: 'cost' }, numbers(ours), numbers(other))
  const chosen = preferOther > preferOurs ? other : ours
  const values = { preferThis: preferOurs, preferGreedy: preferOther }
  return {
    ...chosen,
    comparison: { ...values, chosen: chosen === other ? 'greedy' : 'this' },
    explanation: [
      { key: `count.shares.${chosen === other ? 'greedy-preferred' : 'shares-preferred'}`, values },
      ...chosen.explanation,
    ],
  }
}

function counted(vote: BudgetVote, setup: SharesSetup, rule: SharesRule, progress?: Progress) {
  const { election, settings } = vote
  const { budget, voters, decimals } = election
  const given = settings.startEndowment ?? 'exact'
  const start = startEndowment(
    budget,
    voters,
    decimals,
    given === 'floor' || given === 'exact' ? given : inUnits(election, given),
  )
  if (rule.completion === 'none') {
    const run = runEqualShares(setup, start, budget)
    if (run.overspent) throw new RangeError('the start endowment already buys more than the budget')
    return { run }
  }
  const adding: AddSettings = {
    start,
    step: stepOf(election, settings.addStep),
    exhaustive: rule.completion === 'until-exhaustive' ? settings.exhaustiveOver : 'never',
    maxSteps: settings.maxSteps,
  }
  const { run, steps, stopped } = completeByAdding(election, setup, adding, progress)
  const text = (value: typeof start) => decimal(inCurrency(election, value))
  return { run, completion: { start: text(start), step: text(adding.step), steps, stopped } }
}

function sharesSentences(vote: BudgetVote, run: SharesRun, { stages }: Pick<BudgetOutcome, 'stages'>): Sentence[] {
  const { election, electorate, ids, costs } = vote
  const amount = (value: bigint) => money(election, value)
  const paysInFull = fullPayersOf(run)
  const won = [...run.free, ...run.rounds].map((project, at): Sentence => {
    const { by, pays = '0', effectiveVotes = '0' } = stages[at]!
    const base = { round: at + 1, support: electorate.votes[project]!, cost: amount(costs[project]!) }
    const key = by === 'free' ? 'count.shares.free' : 'count.shares.bought'
    return {
      key,
      option: ids[project]!,
      values: by === 'free' ? base : { ...base, ...payersOf(run, project, paysInFull), pays, effectiveVotes },
    }
  })
  const funded = new Set([...run.free, ...run.rounds])
  const lost = ids.flatMap((option, project): Sentence[] => {
    if (funded.has(project)) return []
    const cost = amount(costs[project]!)
    const support = electorate.votes[project]!
    if (vote.leftOut.has(project)) return [{ key: 'count.budget.not-eligible', option, values: { cost } }]
    if (support === 0) return [{ key: 'count.shares.nobody-supports', option, values: { cost } }]
    const beside = (vote.rivals.get(project) ?? []).filter((rival) => funded.has(rival))
    if (beside.length > 0)
      return [{ key: 'count.budget.incompatible', option, values: { cost, with: beside.map((rival) => ids[rival]!) } }]
    const behind = run.exact.moneyBehind(project)
    const has = fraction(behind.n, behind.d)
    const missing = decimal(inCurrency(election, minus(fraction(costs[project]!), has)))
    return [
      {
        key: 'count.shares.supporters-cannot-pay',
        option,
        values: { support, cost, has: decimal(inCurrency(election, has)), missing },
      },
    ]
  })
  return [...won, ...lost]
}

/** Whether a group that paid its last in a round had as much as the price, or less. */
function fullPayersOf({ setup, endowment, exact, roundOf }: SharesRun) {
  const { approved, approvedStart } = setup.electorate
  const prices = exact.prices()
  return (group: number, round: number): boolean => {
    const before = Array.from(
      approved.subarray(approvedStart[group]!, approvedStart[group + 1]!),
      (other) => roundOf[other]!,
    )
    const spent = before
      .filter((other) => other >= 0 && other < round)
      .reduce((sum, other) => sum + prices[other]!.n, 0n)
    const { n, d } = prices[round]!
    return compare(minus(endowment, fraction(spent, d)), fraction(n, d)) >= 0
  }
}

/** How many paid the whole price, and how many all they had left, which was less. */
function payersOf(run: SharesRun, project: number, paysInFull: (group: number, round: number) => boolean) {
  const { supporter, supporterStart, weight } = run.setup.electorate
  const round = run.roundOf[project]!
  let [payInFull, payTheirRest, haveNothing] = [0, 0, 0]
  for (let at = supporterStart[project]!; at < supporterStart[project + 1]!; at += 1) {
    const group = supporter[at]!
    const end = run.exhausted[group]!
    if (end > round || (end === round && paysInFull(group, round))) payInFull += weight[group]!
    else if (end === round) payTheirRest += weight[group]!
    else haveNothing += weight[group]!
  }
  return { payInFull, payTheirRest, haveNothing }
}

function fillSentences(vote: BudgetVote, settings: GreedySettings, rest: GreedyCount): Sentence[] {
  const told = greedySentences({ ...vote, leftOut: new Set() }, vote.votes, settings, rest)
  return told.map((sentence) => ({
    ...sentence,
    key: sentence.key.replace('count.budget.', 'count.fill.'),
  }))
}
