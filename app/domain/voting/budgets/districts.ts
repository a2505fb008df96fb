/** A budget vote split by district: each has its own money and projects, and counts its own part of every ballot. */
import type { InvalidBallot } from '#app/domain/voting/rules/outcome'
import { SettingsFault } from '#app/domain/voting/rules/report'
import { ballotBox } from './ballots'
import type { BudgetElection } from './election'
import { type BudgetSettings, inUnits } from './settings'

export type District = NonNullable<BudgetSettings['districts']>[number]
export type DistrictVote = { id: string; election: BudgetElection; settings: BudgetSettings }

/**
 * With one district a ballot, a ballot that names projects of several is invalid. Who votes in a district is who names
 * one of its projects; a blank ballot belongs to none.
 */
export function splitByDistrict(
  election: BudgetElection,
  districts: readonly District[],
  settings: BudgetSettings,
): { votes: DistrictVote[]; invalid: InvalidBallot[] } {
  const home = homes(election, districts)
  const place = placesWithin(election, home, districts.length)
  const boxes = districts.map(() => ({ box: ballotBox(), voters: 0 }))
  const { ballots } = election
  let refused = 0
  for (let group = 0; group < ballots.groups; group += 1) {
    const marks = Array.from(
      { length: ballots.start[group + 1]! - ballots.start[group]! },
      (_, at) => ballots.start[group]! + at,
    )
    const named = new Map<number, number[]>()
    for (const mark of marks) {
      const district = home[ballots.project[mark]!]!
      named.set(district, [...(named.get(district) ?? []), mark])
    }
    const weight = ballots.weight[group]!
    if (named.size > 1 && settings.districtsPerBallot === 'one') {
      refused += weight
      continue
    }
    for (const [district, own] of named) {
      const target = boxes[district]!
      target.box.add(
        own.map((mark) => place[ballots.project[mark]!]!),
        own.map((mark) => ballots.points[mark]!),
        weight,
      )
      target.voters += weight
    }
  }
  const votes = districts.map((district, at): DistrictVote => {
    const budget = inUnits(election, district.budget)
    if (budget.d !== 1n)
      throw new SettingsFault(['districts', at, 'budget'], '"districts": a budget is finer than the file\'s money')
    const { box, voters } = boxes[at]!
    const projects = election.projects.filter((_, project) => home[project] === at)
    const part = { ...election, budget: budget.n, projects, ballots: box.seal(), voters, remarks: [] }
    return { id: district.id, election: part, settings: within(settings, new Set(projects.map(({ id }) => id))) }
  })
  return { votes, invalid: refused > 0 ? [{ line: 0, why: 'several-districts', ballots: refused }] : [] }
}

function homes({ projects }: BudgetElection, districts: readonly District[]): number[] {
  const at = new Map<string, number>()
  for (const [district, { projects: ids }] of districts.entries()) {
    for (const id of ids) {
      if (at.has(id)) throw new SettingsFault(['districts', district], `"districts": "${id}" is in two districts`)
      at.set(id, district)
    }
  }
  const found = projects.map(({ id }) => {
    const district = at.get(id)
    if (district === undefined) throw new SettingsFault(['districts'], `"districts": "${id}" is in no district`)
    at.delete(id)
    return district
  })
  const [unknown] = at.keys()
  if (unknown !== undefined) throw new SettingsFault(['districts'], `"districts": "${unknown}" is no project`)
  return found
}

/** The number of each project among those of its own district. */
function placesWithin({ projects }: BudgetElection, home: readonly number[], districts: number): number[] {
  const next = new Array<number>(districts).fill(0)
  return projects.map((_, project) => next[home[project]!]!++)
}

function within(settings: BudgetSettings, ids: ReadonlySet<string>): BudgetSettings {
  const { tieBreak, incompatible } = settings
  const own = incompatible.map((list) => list.filter((id) => ids.has(id)))
  const torn = own.findIndex((list, at) => list.length > 0 && list.length < incompatible[at]!.length)
  if (torn >= 0)
    throw new SettingsFault(['incompatible', torn], '"incompatible": a list names projects of several districts')
  return {
    ...settings,
    districts: undefined,
    tieBreak: Array.isArray(tieBreak) ? tieBreak.filter((id) => ids.has(id)) : tieBreak,
    incompatible: own.filter((list) => list.length > 0),
  }
}
