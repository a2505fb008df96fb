/** The opinion map: who stands where, which groups form, what unites them and what sets each apart. */
import type { Fraction } from '#app/domain/voting/budgets/fractions'
import { groupConsensus, type Majority, majorities, unitingFirst } from './consensus'
import { type GroupSettings, groupsOf, standardGroups } from './groups'
import { groupedRows, positionsOf } from './positions'
import { type Components, principalComponents } from './principal-components'
import { type Representative, representatives } from './representative'
import { type Tally, tallies } from './tallies'
import type { VoteTable } from './votes'

export type MapSettings = GroupSettings & {
  /** Groups made elsewhere, as lists of participants: the formulas are computed from them, nothing is grouped. */
  groups?: ReadonlyMap<string, readonly string[]>
}

export type Group = { name: string; rows: number[]; tallies: Tally[]; representative: Representative[] }

/** Indexes of statements and rows of participants are places in the table's lists. */
export type OpinionMap = {
  totals: Tally[]
  components: Components
  positions: [number, number][]
  groups: Group[]
  /** Mean silhouette for each number of groups that was tried; empty with given groups. */
  tried: { groups: number; silhouette: number }[]
  consensus: Fraction[]
  /** Statements, the one that unites the groups most first. */
  uniting: number[]
  majorities: { agree: Majority[]; disagree: Majority[] }
}

/** A pure function of votes and settings. Without any vote, everything is empty. */
export function opinionMap(table: VoteTable, settings: MapSettings = standardGroups): OpinionMap {
  const components = principalComponents(table)
  const positions = positionsOf(table, components)
  const { named, tried } = settings.groups
    ? { named: givenGroups(table, settings.groups), tried: [] }
    : ownGroups(table, positions, settings)
  const counted = named.map(({ rows }) => tallies(table, rows))
  const telling = representatives(counted, table.setAside)
  const consensus = groupConsensus(counted)
  const totals = tallies(table)
  return {
    totals,
    components,
    positions,
    groups: named.map((group, index) => ({ ...group, tallies: counted[index]!, representative: telling[index]! })),
    tried,
    consensus,
    uniting: unitingFirst(consensus, table.setAside),
    majorities: majorities(totals, table.setAside),
  }
}

function ownGroups(table: VoteTable, positions: readonly (readonly [number, number])[], settings: MapSettings) {
  const rows = groupedRows(table)
  const found = groupsOf(
    rows.map((row) => positions[row]!),
    settings,
  )
  const named = found.groups.map((members, group) => ({
    name: String(group),
    rows: members.map((member) => rows[member]!),
  }))
  return { named, tried: found.tried }
}

function givenGroups({ participants }: VoteTable, groups: ReadonlyMap<string, readonly string[]>) {
  const rowOf = new Map(participants.map((participant, row) => [participant, row]))
  return [...groups].map(([name, members]) => ({
    name,
    rows: members.flatMap((member) => rowOf.get(member) ?? []),
  }))
}
