/** Writes a budget election as a Pabulib file that this platform, and others, count to the same result. */
import { pointUnit } from './ballots'
import { type BudgetElection, money, scoresOf, votesOf } from './election'
import { decimal, fraction } from './fractions'
import { joinFields } from './pabulib-fields'

const counted = new Set(['project_id', 'cost', 'votes', 'score', 'selected', 'name'])

/**
 * Lines without their ends. Voters are numbered anew in the order of the groups of equal ballots, so the file says
 * nothing of the order in which people voted. `selected` marks the winners when there are any.
 */
export function* pabulibLines(
  election: BudgetElection,
  outcome?: { rule: string; winners: ReadonlySet<string> },
): Generator<string> {
  const { projects, ballots, voters, voteType } = election
  const withPoints = voteType === 'cumulative' || voteType === 'scoring'
  const others = [...new Set(projects.flatMap(({ fields }) => Object.keys(fields)))].filter(
    (name) => !counted.has(name),
  )
  yield 'META'
  yield 'key;value'
  for (const [key, value] of headOf(election, outcome?.rule)) yield joinFields([key, value])
  yield 'PROJECTS'
  yield joinFields([
    'project_id',
    'cost',
    'votes',
    ...(withPoints ? ['score'] : []),
    'name',
    ...others,
    ...(outcome ? ['selected'] : []),
  ])
  const [votes, scores] = [votesOf(election), scoresOf(election)]
  for (const [index, { id, cost, name, fields }] of projects.entries()) {
    const score = withPoints ? [pointsText(scores[index] ?? 0)] : []
    const selected = outcome ? [outcome.winners.has(id) ? '1' : '0'] : []
    yield joinFields([
      id,
      money(election, cost),
      String(votes[index] ?? 0),
      ...score,
      name,
      ...others.map((key) => fields[key] ?? ''),
      ...selected,
    ])
  }
  yield 'VOTES'
  yield withPoints ? 'voter_id;vote;points' : 'voter_id;vote'
  let voter = 0
  for (let group = 0; group < ballots.groups; group += 1) {
    const vote = voteOf(election, group, withPoints)
    for (let copy = 0; copy < (ballots.weight[group] ?? 0); copy += 1) {
      voter += 1
      yield joinFields([String(voter), ...vote])
    }
  }
  for (; voter < voters; ) {
    voter += 1
    yield joinFields([String(voter), '', ...(withPoints ? [''] : [])])
  }
}

function headOf(
  { meta, projects, voters, budget, decimals, voteType }: BudgetElection,
  rule?: string,
): Map<string, string> {
  const head = new Map(meta)
  for (const key of ['description', 'country', 'unit', 'instance']) if (!head.has(key)) head.set(key, '')
  head.set('num_projects', String(projects.length))
  head.set('num_votes', String(voters))
  head.set('budget', money({ decimals }, budget))
  head.set('vote_type', voteType)
  if (rule !== undefined || !head.has('rule')) head.set('rule', rule ?? 'unknown')
  return head
}

function voteOf({ ballots, projects, voteType }: BudgetElection, group: number, withPoints: boolean): string[] {
  const marks = Array.from({ length: (ballots.start[group + 1] ?? 0) - (ballots.start[group] ?? 0) }, (_, at) => {
    const mark = (ballots.start[group] ?? 0) + at
    return { id: projects[ballots.project[mark] ?? 0]?.id ?? '', points: ballots.points[mark] ?? 0 }
  })
  if (voteType === 'ordinal') marks.sort((a, b) => b.points - a.points)
  const ids = marks.map(({ id }) => id).join(',')
  return withPoints ? [ids, marks.map(({ points }) => pointsText(points)).join(',')] : [ids]
}

const pointsText = (units: number) => decimal(fraction(BigInt(units), BigInt(pointUnit)))
