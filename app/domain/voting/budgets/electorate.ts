/** Who supports what: groups of equal ballots read as approvals, listed both by ballot and by project. */
import type { BudgetElection } from './election'

export type Electorate = {
  voters: number
  groups: number
  weight: Float64Array
  /** Group g approves `approved[approvedStart[g]] … approved[approvedStart[g + 1] - 1]`. */
  approvedStart: Int32Array
  approved: Int32Array
  /** Project p is approved by groups `supporter[supporterStart[p]] … supporter[supporterStart[p + 1] - 1]`. */
  supporterStart: Int32Array
  supporter: Int32Array
  votes: Float64Array
}

/** A project named with more than zero points counts as approved; `takesPart` leaves projects out altogether. */
export function electorateOf(
  { ballots, projects, voters }: BudgetElection,
  takesPart: (project: number) => boolean = () => true,
): Electorate {
  const kept = projects.map((_, index) => takesPart(index))
  const approvedStart = new Int32Array(ballots.groups + 1)
  const approved = new Int32Array(ballots.project.length)
  const supporterStart = new Int32Array(projects.length + 1)
  const votes = new Float64Array(projects.length)
  let used = 0
  for (let group = 0; group < ballots.groups; group += 1) {
    for (let mark = ballots.start[group]!; mark < ballots.start[group + 1]!; mark += 1) {
      const project = ballots.project[mark]!
      if (!kept[project] || ballots.points[mark]! <= 0) continue
      approved[used] = project
      used += 1
      supporterStart[project + 1]! += 1
      votes[project]! += ballots.weight[group]!
    }
    approvedStart[group + 1] = used
  }
  for (let project = 0; project < projects.length; project += 1)
    supporterStart[project + 1]! += supporterStart[project]!
  const supporter = new Int32Array(used)
  const next = supporterStart.slice()
  for (let group = 0; group < ballots.groups; group += 1) {
    for (let mark = approvedStart[group]!; mark < approvedStart[group + 1]!; mark += 1) {
      const project = approved[mark]!
      supporter[next[project]!] = group
      next[project]! += 1
    }
  }
  return {
    voters,
    groups: ballots.groups,
    weight: ballots.weight,
    approvedStart,
    approved: approved.slice(0, used),
    supporterStart,
    supporter,
    votes,
  }
}
