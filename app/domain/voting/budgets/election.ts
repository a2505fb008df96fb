/** A budget put to the vote: projects with costs, and ballots counted together when they say the same. */
import { type Ballots, ballotBox, pointUnit } from './ballots'
import { decimal, fraction } from './fractions'

export { pointUnit }

export type Project = {
  id: string
  /** In the smallest unit the file uses: see `decimals` of the election. */
  cost: bigint
  name: string
  /** Every column of the project as written, `project_id` and `cost` included. */
  fields: Readonly<Record<string, string>>
}

export type VoteType = 'approval' | 'choose-1' | 'cumulative' | 'scoring' | 'ordinal'

/** A remark names the line of the file it speaks of, 0 when there was no file. */
export type Remark = { line: number; why: string }

export type BudgetElection = {
  meta: ReadonlyMap<string, string>
  voteType: VoteType
  /** Money is written in units of 10^-decimals of the currency, so that it is always a whole number. */
  decimals: number
  budget: bigint
  projects: readonly Project[]
  ballots: Ballots
  /** Blank ballots included: they share in the equal endowment. */
  voters: number
  /** Ballots that break the vote's own limits and are counted nevertheless, because the authority did. */
  remarks: readonly Remark[]
}

export type ProjectInput = { id: string; cost: bigint; name?: string }
export type BallotInput = { projects: readonly string[]; points?: readonly number[]; weight?: number }

/** An election from plain values, as the platform's own ballots give them; money in units of 10^-decimals. */
export function budgetElection(input: {
  budget: bigint
  projects: readonly ProjectInput[]
  ballots: Iterable<BallotInput>
  voteType?: VoteType
  decimals?: number
  meta?: ReadonlyMap<string, string>
}): BudgetElection {
  const at = new Map(input.projects.map((project, index) => [project.id, index]))
  if (at.size !== input.projects.length) throw new RangeError('two projects have the same id')
  if (input.budget < 0n || input.projects.some(({ cost }) => cost < 0n))
    throw new RangeError('money cannot be negative')
  const box = ballotBox()
  let voters = 0
  for (const ballot of input.ballots) {
    const named = [...new Set(ballot.projects)].map((id) => {
      const index = at.get(id)
      if (index === undefined) throw new RangeError(`a ballot names "${id}", which is not a project of this vote`)
      return index
    })
    if (named.length !== ballot.projects.length) throw new RangeError('a ballot names a project twice')
    const points = ballot.points?.map((point) => Math.round(point * pointUnit))
    box.add(named, points, ballot.weight ?? 1)
    voters += ballot.weight ?? 1
  }
  return {
    meta: input.meta ?? new Map(),
    voteType: input.voteType ?? 'approval',
    decimals: input.decimals ?? 0,
    budget: input.budget,
    projects: input.projects.map(({ id, cost, name = id }) => ({ id, cost, name, fields: {} })),
    ballots: box.seal(),
    voters,
    remarks: [],
  }
}

/** Money as a person reads it, exactly. */
export function money(election: Pick<BudgetElection, 'decimals'>, amount: bigint): string {
  return decimal(fraction(amount, 10n ** BigInt(election.decimals)), election.decimals)
}

/** How many ballots name each project with more than nothing. */
export function votesOf({ ballots, projects }: Pick<BudgetElection, 'ballots' | 'projects'>): Float64Array {
  return tally(ballots, projects.length, (points) => (points > 0 ? 1 : 0))
}

/** The sum of points of each project, in units of 1/10000 point; for approvals, the votes. */
export function scoresOf({ ballots, projects }: Pick<BudgetElection, 'ballots' | 'projects'>): Float64Array {
  return tally(ballots, projects.length, (points) => points)
}

function tally(ballots: Ballots, size: number, value: (points: number) => number): Float64Array {
  const totals = new Float64Array(size)
  for (let group = 0; group < ballots.groups; group += 1) {
    const weight = ballots.weight[group] ?? 0
    for (let mark = ballots.start[group] ?? 0; mark < (ballots.start[group + 1] ?? 0); mark += 1) {
      const project = ballots.project[mark] ?? 0
      totals[project] = (totals[project] ?? 0) + weight * value(ballots.points[mark] ?? 0)
    }
  }
  return totals
}
