/** One opinion map from votes, the moderators' list and settings: the count behind `--rule polis`. */
import { z } from 'zod'
import { shown } from '#app/domain/voting/formats/faults'
import { record, type Sentence } from '#app/domain/voting/rules/outcome'
import type { Majority } from './consensus'
import { standardGroups } from './groups'
import { type OpinionMap, opinionMap } from './opinion-map'
import type { Tally } from './tallies'
import { type Statement, tableOf, type VoteBox, type VoteTable } from './votes'

export const opinionSettings = z.strictObject({
  seed: z.string().min(1).max(500).default(standardGroups.seed),
  maxGroups: z.int().min(1).max(100).default(standardGroups.maxGroups),
  /** Sets aside every statement that moderators have not let in. */
  onlyApproved: z.boolean().default(false),
  /** Groups made elsewhere, to compute the formulas from. */
  groups: z.record(z.string().min(1).max(200), z.array(z.union([z.string(), z.int()]).transform(String))).optional(),
})
export type OpinionSettings = z.input<typeof opinionSettings>

export type OpinionCount = {
  rule: 'polis'
  settings: z.output<typeof opinionSettings>
  options: string[]
  /** Votes read, and votes that count: a later vote of the same person on the same statement replaces the earlier. */
  ballots: number
  valid: number
  invalid: never[]
  /** An opinion map elects nobody. */
  winners: never[]
  statements: Record<string, Tally & { setAside: boolean }>
  components: [number[], number[]]
  positions: Record<string, [number, number]>
  groups: Record<string, string[]>
  groupConsensus: Record<string, number>
  /** Statements not set aside, what unites the groups most first. */
  uniting: string[]
  consensus: { agree: Shown[]; disagree: Shown[] }
  representative: Record<string, Told[]>
  ties: never[]
  explanation: Sentence[]
}
type Shown = { statement: string; success: number; trials: number }
type Told = Shown & { direction: 'agree' | 'disagree' }

export function countOpinions(
  votes: VoteBox,
  statements: readonly Statement[] = [],
  given: OpinionSettings = {},
): OpinionCount {
  const settings = checked(given)
  const table = tableOf(votes, statements, settings.onlyApproved)
  const groups = settings.groups && new Map(Object.entries(settings.groups))
  if (groups) refuseWrongGroups(groups, table)
  const map = opinionMap(table, { seed: settings.seed, maxGroups: settings.maxGroups, ...(groups && { groups }) })
  return { rule: 'polis', settings, ballots: votes.cast, valid: table.vote.length, ...resultOf(table, map) }
}

function checked(given: OpinionSettings): z.output<typeof opinionSettings> {
  const parsed = opinionSettings.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new RangeError(`setting ${shown(issue?.path.join('.') ?? '')}: ${issue?.message ?? 'not understood'}`)
}

function refuseWrongGroups(groups: ReadonlyMap<string, readonly string[]>, { participants }: VoteTable): void {
  const known = new Set(participants)
  const placed = new Set<string>()
  for (const [name, members] of groups) {
    for (const member of members) {
      if (!known.has(member)) throw new RangeError(`group ${shown(name)}: nobody voted as ${shown(member)}`)
      if (placed.has(member)) throw new RangeError(`${shown(member)} is listed in the groups twice`)
      placed.add(member)
    }
  }
}

function resultOf(table: VoteTable, map: OpinionMap) {
  const named = (statement: number) => table.statements[statement]!
  const shownAs = ({ statement, successes, trials }: Pick<Majority, 'statement' | 'successes' | 'trials'>): Shown => ({
    statement: named(statement),
    success: successes,
    trials,
  })
  const names = map.groups.map(({ name }) => name)
  return {
    options: [...table.statements],
    invalid: [],
    winners: [],
    statements: record(table.statements, (index) => ({ ...map.totals[index]!, setAside: table.setAside[index]! })),
    components: [[...map.components.axes[0]], [...map.components.axes[1]]] satisfies [number[], number[]],
    positions: record(table.participants, (row) => map.positions[row]!),
    groups: record(names, (group) => map.groups[group]!.rows.map((row) => table.participants[row]!)),
    groupConsensus: record(table.statements, (index) => asNumber(map.consensus[index])),
    uniting: map.uniting.map(named),
    consensus: { agree: map.majorities.agree.map(shownAs), disagree: map.majorities.disagree.map(shownAs) },
    representative: record(names, (group) =>
      map.groups[group]!.representative.map((one): Told => ({ ...shownAs(one), direction: one.direction })),
    ),
    ties: [],
    explanation: explanationOf(table, map),
  }
}

/** The nearest double to an exact fraction; 60 binary digits more than needed are kept before dividing. */
function asNumber(value: { n: bigint; d: bigint } | undefined): number {
  if (!value) return 0
  const shift = BigInt(Math.max(0, value.d.toString(2).length - value.n.toString(2).length + 64))
  return Number((value.n << shift) / value.d) / 2 ** Number(shift)
}

function explanationOf(table: VoteTable, map: OpinionMap): Sentence[] {
  const { along, inAll } = map.components
  const percent = inAll > 0 ? Math.round((100 * (along[0] + along[1])) / inAll) : 0
  const grouped = map.groups.reduce((sum, { rows }) => sum + rows.length, 0)
  return [
    { key: 'opinions.read', values: { people: table.participants.length, statements: table.statements.length } },
    { key: 'opinions.set-aside', values: { statements: table.setAside.filter(Boolean).length } },
    { key: 'opinions.map-shows', values: { percent } },
    { key: 'opinions.grouped', values: { people: grouped, groups: map.groups.length } },
    ...map.tried.map(({ groups, silhouette }) => ({
      key: 'opinions.groups-tried',
      values: { groups, silhouette: silhouette.toFixed(6) },
    })),
    { key: 'opinions.reading-aid', values: {} },
  ]
}
