/** Ballots of a Pabulib file, for rules that count ballots rather than money. */
import { type BudgetElection, pointUnit } from '#app/domain/voting/budgets/election'
import { addBallot, addOption, emptyBox } from '#app/domain/voting/rules/ballots'
import type { BallotFile } from './ballot-file'

/** An ordinal ballot's order is told by its points: the first place has the most. */
export function boxOfPabulib(election: BudgetElection, content: 'ranks' | 'points'): BallotFile {
  const { ballots, projects, voteType } = election
  const box = emptyBox([], content === 'points', pointUnit)
  for (const { id, name } of projects) addOption(box, id, name)
  for (let group = 0; group < ballots.groups; group++) {
    const [from, to] = [ballots.start[group]!, ballots.start[group + 1]!]
    const given = Array.from({ length: to - from }, (_, at) => from + at)
    if (voteType === 'ordinal') given.sort((a, b) => ballots.points[b]! - ballots.points[a]!)
    const marks = given.map((at) => ballots.project[at]!)
    const points = given.map((at) => ballots.points[at]!)
    addBallot(box, marks, marks.length, ballots.weight[group]!, 0, points)
  }
  return { box }
}
