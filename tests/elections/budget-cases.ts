/** Budgets that cities decided, single-choice and cumulative tallies, and committees by approval. */
import { countingRules } from '#app/domain/voting/counting'
import { type Check, compared, count, type ElectionCase, numbers, sorted } from './case'

interface BudgetExpected {
  official_rule: string
  official_selected: string[]
  approval_scores?: Record<string, number>
  votes?: Record<string, number>
  score?: Record<string, number>
  num_ballots?: number
  rules?: Record<
    string,
    {
      selected: string[]
      total_cost: string
      same_under_other_tie_breaks: boolean | null
      selection_order: string[] | null
    }
  >
}

export function checkTally(election: ElectionCase): Check[] {
  const input = election.inputs[0]!
  const text = election.read(input)
  const expect = election.expect as BudgetExpected
  const rule = expect.score ? 'score' : 'plurality'
  const report = count(rule, input, text)
  const [votes, score] = expect.score ? [report.votes, report.totals] : [report.totals, undefined]
  return [
    compared(rule, election.id, [
      ['ballots', report.ballots, expect.num_ballots],
      ['votes', numbers(votes as object as Record<string, string>), expect.votes],
      ...(expect.score
        ? [['score', numbers(score as Record<string, string>), expect.score] as [string, unknown, unknown]]
        : []),
    ]),
    ...selected(expect.official_rule, `${election.id} (official)`, input, text, expect.official_selected),
  ]
}

export function checkBudget(election: ElectionCase): Check[] {
  if (election.id === 'pb-greedy-official-few') return checkOfficialFiles(election)
  const input = election.inputs[0]!
  const text = election.read(input)
  const expect = election.expect as BudgetExpected
  const approval = numbers(count('approval', input, text).totals as Record<string, string>)
  return [
    compared('approval', election.id, [['votes', approval, expect.approval_scores]]),
    ...Object.entries(expect.rules ?? {}).flatMap(([rule, theirs]) =>
      selected(rule, election.id, input, text, theirs.selected, theirs.total_cost, theirs.selection_order),
    ),
  ]
}

function checkOfficialFiles(election: ElectionCase): Check[] {
  const files = election.expect as Record<
    string,
    { rule: string; official_selected: string[]; min_project_score_threshold: string | null }
  >
  return Object.entries(files).flatMap(([input, { rule, official_selected }]) =>
    selected(rule, `${election.id}/${input}`, input, election.read(input), official_selected),
  )
}

function selected(
  rule: string,
  name: string,
  input: string,
  text: string,
  projects: string[],
  cost?: string,
  order?: string[] | null,
): Check[] {
  if (!countingRules.has(rule)) return []
  const report = count(rule, input, text)
  return [
    compared(rule, name, [
      ['selected', sorted(report.winners ?? []), sorted(projects)],
      ...(cost === undefined ? [] : [['cost', Number(report.cost), Number(cost)] as [string, unknown, unknown]]),
      ...(order && Array.isArray(report.order) ? [['order', report.order, order] as [string, unknown, unknown]] : []),
    ]),
  ]
}

/** Every published set of tied committees must be exactly ours; a single committee of ours must be one of them. */
export function checkCommittees(election: ElectionCase): Check[] {
  const instances = JSON.parse(election.read(election.inputs[0]!)) as Record<string, object>
  const expected = election.expect as Record<string, Record<string, number[][]>>
  return Object.entries(expected).flatMap(([name, rules]) =>
    Object.entries(rules)
      .filter(([rule]) => countingRules.has(rule))
      .map(([rule, committees]) => {
        const report = count(rule, 'instance.json', JSON.stringify(instances[name]))
        const ours = sorted(report.winners ?? []).join(' ')
        const theirs = committees.map((committee) => sorted(committee).join(' ')).toSorted()
        const sets = (report.winnerSets as unknown[][] | undefined)?.map((set) => sorted(set).join(' ')).toSorted()
        return compared(rule, `${election.id}/${name}`, [
          ['a published committee', theirs.includes(ours), true],
          ...(sets ? [['all tied committees', sets, theirs] as [string, unknown, unknown]] : []),
        ])
      }),
  )
}
