/** The budget rules by their published names, over an election or a Pabulib file. */
import { type InvalidBallot, record, type Sentence } from '#app/domain/voting/rules/outcome'
import { type CountingRule, parsedSettings, type Report, SettingsFault } from '#app/domain/voting/rules/report'
import type { Progress } from './completions'
import { greedyOutcome, pointsText } from './count-greedy'
import { phragmenOutcome } from './count-phragmen'
import { comparedWithGreedy, type SharesRule, sharesOutcome } from './count-shares'
import { splitByDistrict } from './districts'
import { type BudgetElection, money } from './election'
import { decimal, decimalFraction, minus, plus, zero } from './fractions'
import type { GreedySettings } from './greedy'
import type { BudgetOutcome } from './outcome'
import { pabulibReader } from './pabulib'
import { type BudgetSettings, budgetSettings } from './settings'
import { type BudgetVote, readyVote, unitsOf } from './vote'

type Setting = keyof BudgetSettings

interface BudgetRule {
  uses: readonly Setting[]
  /** What `totals` tells. */
  by: 'points' | 'votes'
  /** Fills in what the rule or the file decides. */
  settled?(settings: BudgetSettings, election: BudgetElection): BudgetSettings
  count(vote: BudgetVote, progress?: Progress): BudgetOutcome
}

/** Support is counted in points where ballots give points (cumulative, scoring, ordinal), else in votes. */
const greedy = (by: 'points' | 'votes', some: Partial<GreedySettings> = {}): BudgetRule => ({
  uses: ['threshold'],
  by,
  count(vote) {
    const settings: GreedySettings = {
      order: 'support',
      whenTooDear: 'skip',
      threshold: unitsOf(vote.settings.threshold),
      ...some,
    }
    return greedyOutcome(vote, vote[by], settings)
  },
})

const greedyThreshold: BudgetRule = {
  ...greedy('points'),
  settled(settings, { meta }) {
    const threshold = settings.threshold ?? meta.get('min_project_score_threshold')
    if (threshold !== undefined && decimalFraction(threshold)) return { ...settings, threshold }
    throw new SettingsFault(['threshold'], '"threshold": neither the settings nor the file give it')
  },
}

const shares = (rule: SharesRule): BudgetRule => ({
  uses: [
    'startEndowment',
    'comparison',
    ...(rule.completion === 'none' ? [] : (['addStep', 'maxSteps'] as const)),
    ...(rule.completion === 'until-exhaustive' ? (['exhaustiveOver'] as const) : []),
    ...(rule.fill ? (['threshold'] as const) : []),
  ],
  by: 'votes',
  settled: (settings) => ({
    ...settings,
    startEndowment: settings.startEndowment ?? (rule.completion === 'none' ? 'exact' : 'floor'),
  }),
  count(vote, progress) {
    const outcome = sharesOutcome(vote, rule, progress)
    if (vote.settings.comparison === 'none') return outcome
    return comparedWithGreedy(vote, outcome, () => greedy('votes').count(vote))
  },
})

const completions = {
  no_completion: { completion: 'none', fill: false },
  then_greedy: { completion: 'none', fill: true },
  add1: { completion: 'until-exhaustive', fill: false },
  add1u: { completion: 'until-exhaustive', fill: true },
  add1_no_exhaustive_stop: { completion: 'until-too-dear', fill: false },
  add1u_no_exhaustive_stop: { completion: 'until-too-dear', fill: true },
} as const

const sharesRules = (['cost', 'cardinality'] as const).flatMap((utility) =>
  Object.entries(completions).map(([name, rule]) => [`mes_${utility}_${name}`, shares({ utility, ...rule })] as const),
)

export const budgetRules: ReadonlyMap<string, BudgetRule> = new Map<string, BudgetRule>([
  ['greedy', greedy('points')],
  ['greedy-no-skip', greedy('points', { whenTooDear: 'stop' })],
  ['greedy-threshold', greedyThreshold],
  ['greedy_by_votes', greedy('votes')],
  ['greedy_by_votes_per_cost', greedy('votes', { order: 'support-per-cost' })],
  ...sharesRules,
  ['sequential_phragmen', { uses: ['whenTooDear'], by: 'votes', count: phragmenOutcome }],
])

export type BudgetReport = Report &
  BudgetOutcome & {
    valid: number
    invalid: InvalidBallot[]
    budget: string
    winners: string[]
    /** Votes or points, as the rule orders by. */
    totals: Record<string, string>
    votes: Record<string, string>
    districts?: Record<string, BudgetReport>
  }

/** What the platform does at closing, and the command with a file. Throws SettingsFault, and RangeError with a sentence. */
export function countBudget(name: string, election: BudgetElection, given: unknown, progress?: Progress): BudgetReport {
  const rule = budgetRules.get(name)
  if (!rule) throw new RangeError(`there is no budget rule "${name}"`)
  const parsed = parsedSettings(budgetSettings, given)
  const settings = rule.settled?.(parsed, election) ?? parsed
  if (!settings.districts) return countOne(rule, election, settings, progress)
  return countDistricts(rule, election, settings, progress)
}

export const budgetCountingRules: readonly [name: string, rule: CountingRule][] = [...budgetRules.keys()].map(
  (name) => [
    name,
    {
      endings: ['pb'],
      open(_, given, __, told) {
        parsedSettings(budgetSettings, given)
        const reader = pabulibReader()
        const end = () => {
          const election = reader.end()
          const spentOf = (_: number, spent: bigint) => told?.(Number(spent) / Number(election.budget))
          return countBudget(name, election, given, told && spentOf)
        }
        return { line: reader.line, end }
      },
    },
  ],
)

function countOne(
  rule: BudgetRule,
  election: BudgetElection,
  settings: BudgetSettings,
  progress?: Progress,
): BudgetReport {
  const vote = readyVote(election, settings)
  const outcome = election.voters === 0 ? nobodyVoted(vote) : rule.count(vote, progress)
  const text = (support: Float64Array) => record(vote.ids, (project) => pointsText(support[project]!))
  return {
    ...headOf(election, rule, settings),
    ...(isDrawn(settings) && { tieBreakOrder: inOrder(vote) }),
    ballots: election.voters,
    valid: election.voters,
    invalid: [],
    totals: text(rule.by === 'points' ? vote.points : vote.votes),
    votes: text(vote.votes),
    budget: money(election, election.budget),
    ...outcome,
    explanation: [spentSentence(election, outcome), ...outcome.explanation],
  }
}

function spentSentence(election: BudgetElection, { cost, winners }: BudgetOutcome): Sentence {
  const budget = money(election, election.budget)
  const left = decimal(minus(decimalFraction(budget)!, decimalFraction(cost)!))
  return { key: 'count.budget.spent', values: { funded: winners.length, cost, budget, left } }
}

function countDistricts(
  rule: BudgetRule,
  election: BudgetElection,
  settings: BudgetSettings,
  progress?: Progress,
): BudgetReport {
  const { votes, invalid } = splitByDistrict(election, settings.districts ?? [], settings)
  const parts = votes.map((vote) => [vote.id, countOne(rule, vote.election, vote.settings, progress)] as const)
  const reports = parts.map(([, report]) => report)
  const refused = invalid.reduce((sum, { ballots }) => sum + ballots, 0)
  const sum = (key: 'cost' | 'budget') =>
    decimal(reports.map((report) => decimalFraction(report[key])!).reduce(plus, zero))
  return {
    ...headOf(election, rule, settings),
    ballots: election.voters,
    valid: election.voters - refused,
    invalid,
    totals: joined(reports.map(({ totals }) => totals)),
    votes: joined(reports.map(({ votes }) => votes)),
    budget: sum('budget'),
    cost: sum('cost'),
    winners: reports.flatMap(({ winners }) => winners),
    order: reports.flatMap(({ order }) => order),
    payments: joined(reports.map(({ payments }) => payments)),
    stages: reports.flatMap(({ stages }) => stages),
    ties: reports.flatMap(({ ties }) => ties),
    explanation: reports.flatMap(({ explanation }) => explanation),
    districts: Object.fromEntries(parts),
  }
}

function joined<T>(parts: readonly Record<string, T>[]): Record<string, T> {
  return Object.fromEntries(parts.flatMap((part) => Object.entries(part)))
}

function headOf(election: BudgetElection, rule: BudgetRule, settings: BudgetSettings) {
  const always = ['tieBreak', 'incompatible', 'eligibility'] as const
  const districts = settings.districts ? (['districts', 'districtsPerBallot'] as const) : []
  const used = [...rule.uses, ...always, ...districts].filter((key) => settings[key] !== undefined)
  return {
    settings: Object.fromEntries(used.map((key) => [key, settings[key]])),
    options: election.projects.map(({ id }) => id),
    names: Object.fromEntries(election.projects.map(({ id, name }) => [id, name])),
    ...(election.remarks.length > 0 && { remarks: election.remarks }),
  }
}

/** Nobody wins a vote in which nobody voted. */
function nobodyVoted({ ids }: BudgetVote): BudgetOutcome {
  const explanation = ids.map((option) => ({ key: 'count.budget.nobody-voted', option, values: {} }))
  return { winners: [], order: [], cost: '0', payments: {}, stages: [], ties: [], explanation }
}

function isDrawn({ tieBreak }: BudgetSettings): boolean {
  return typeof tieBreak === 'object' && 'seed' in tieBreak
}

function inOrder({ ids, order }: BudgetVote): string[] {
  return ids
    .map((_, project) => project)
    .sort((a, b) => order.favour[a]! - order.favour[b]!)
    .map((project) => ids[project]!)
}
