/** A budget put to the vote: projects with costs, and ballots counted together when they say the same. */
import { decimal, fraction } from './fractions'

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

/**
 * Equal ballots are one group with a weight, in flat arrays: what a ballot costs in memory is its marks, once.
 * Group g names the projects `project[start[g]] … project[start[g + 1] - 1]`, in ascending order.
 */
export type Ballots = {
  groups: number
  weight: Float64Array
  start: Int32Array
  project: Int32Array
  /** Points beside each project, in units of 1/10000; one whole point where the ballot is an approval. */
  points: Float64Array
}

export const pointUnit = 10_000

export type BallotBox = {
  /** Gives the group. `projects` must not repeat; `points` defaults to one whole point each. */
  add: (projects: readonly number[], points?: readonly number[], weight?: number) => number
  seal: () => Ballots
}

export function ballotBox(): BallotBox {
  const groupOf = new Map<string, number>()
  const starts = growing(1024)
  const marks = growing(4096)
  const points = growing(4096)
  const weights = growing(1024)
  starts.push(0)
  return {
    add(projects, given, weight = 1) {
      const order = projects.map((_, at) => at).sort((a, b) => (projects[a] ?? 0) - (projects[b] ?? 0))
      const sorted = order.map((at) => projects[at] ?? 0)
      const beside = given && order.map((at) => given[at] ?? 0)
      const key = beside ? `${sorted.join(',')};${beside.join(',')}` : String.fromCharCode(...sorted)
      const known = groupOf.get(key)
      if (known !== undefined) {
        weights.raise(known, weight)
        return known
      }
      const group = groupOf.size
      groupOf.set(key, group)
      for (const [at, project] of sorted.entries()) {
        marks.push(project)
        points.push(beside ? (beside[at] ?? 0) : pointUnit)
      }
      starts.push(marks.length())
      weights.push(weight)
      return group
    },
    seal: () => ({
      groups: groupOf.size,
      weight: weights.cut(),
      start: Int32Array.from(starts.cut()),
      project: Int32Array.from(marks.cut()),
      points: points.cut(),
    }),
  }
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

function growing(size: number) {
  let values = new Float64Array(size)
  let used = 0
  return {
    push(value: number) {
      if (used === values.length) {
        const larger = new Float64Array(values.length * 2)
        larger.set(values)
        values = larger
      }
      values[used] = value
      used += 1
    },
    raise(at: number, by: number) {
      values[at] = (values[at] ?? 0) + by
    },
    length: () => used,
    cut: () => values.slice(0, used),
  }
}
