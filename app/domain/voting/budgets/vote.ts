/** A budget vote made ready to count: settings understood, projects numbered, supporters listed. */
import { SettingsFault } from '#app/domain/voting/rules/report'
import { pointUnit } from './ballots'
import { isEligible } from './completions'
import { type BudgetElection, scoresOf } from './election'
import { type Electorate, electorateOf } from './electorate'
import { decimalFraction, type Fraction, fraction, times } from './fractions'
import type { BudgetSettings } from './settings'
import { type TieOrder, tieOrder } from './tie-break'

export type BudgetVote = {
  election: BudgetElection
  settings: BudgetSettings
  electorate: Electorate
  ids: readonly string[]
  costs: readonly bigint[]
  /** Points, in units of 1/10000; for approvals, 10000 a vote. */
  points: Float64Array
  /** Votes in the same units. */
  votes: Float64Array
  order: TieOrder
  rivals: ReadonlyMap<number, readonly number[]>
  leftOut: ReadonlySet<number>
}

export function readyVote(election: BudgetElection, settings: BudgetSettings): BudgetVote {
  const { projects, voters, budget } = election
  const everyone = electorateOf(election)
  const factor = settings.eligibility === undefined ? undefined : decimalFraction(settings.eligibility)
  const leftOut = new Set(
    projects.flatMap(({ cost }, project) =>
      factor && !isEligible(everyone.votes[project]!, voters, cost, budget, factor) ? [project] : [],
    ),
  )
  return {
    election,
    settings,
    electorate: leftOut.size > 0 ? electorateOf(election, (project) => !leftOut.has(project)) : everyone,
    ids: projects.map(({ id }) => id),
    costs: projects.map(({ cost }) => cost),
    points: scoresOf(election),
    votes: everyone.votes.map((votes) => votes * pointUnit),
    order: tieOrder(election, everyone.votes, settings.tieBreak),
    rivals: rivalsOf(election, settings.incompatible),
    leftOut,
  }
}

/** A threshold of votes or points in their units; with a fraction of a unit, the next whole one. */
export function unitsOf(threshold: string | undefined): number {
  if (threshold === undefined) return Number.NEGATIVE_INFINITY
  const exact: Fraction = times(decimalFraction(threshold) ?? fraction(0n), fraction(pointUnit))
  return Number((exact.n + exact.d - 1n) / exact.d)
}

function rivalsOf({ projects }: BudgetElection, lists: readonly (readonly string[])[]): Map<number, number[]> {
  const at = new Map(projects.map(({ id }, index) => [id, index]))
  const rivals = new Map<number, number[]>()
  for (const [place, list] of lists.entries()) {
    const group = list.map((id) => {
      const project = at.get(id)
      if (project === undefined)
        throw new SettingsFault(['incompatible', place], `"incompatible": "${id}" is no project`)
      return project
    })
    for (const project of group) {
      const others = group.filter((other) => other !== project)
      rivals.set(project, [...(rivals.get(project) ?? []), ...others])
    }
  }
  return rivals
}
