/** The rules for committees by approval, by their published names, over an election or a JSON file. */
import { z } from 'zod'
import { mostOf } from '#app/domain/voting/rules/most'
import { type InvalidBallot, record, type Sentence, type Tie } from '#app/domain/voting/rules/outcome'
import { decimalOf, rational } from '#app/domain/voting/rules/rational'
import { type CountingRule, parsedSettings, type Report, SettingsFault } from '#app/domain/voting/rules/report'
import { compareIds, type Permutation, permutationOf } from '#app/domain/voting/rules/ties'
import { type CommitteeElection, committeeReader } from './election'
import { cheapestElected, equalPurses } from './equal-shares'
import { soonestElected, votesOf, zeroLoads } from './phragmen'
import { type Committees, committees, type Seat } from './universes'

const id = z.string().min(1).max(500)
export const committeeSettings = z.strictObject({
  seats: z.int().min(1).max(10_000).optional(),
  tieBreak: z.union([z.literal('id'), z.array(id), z.strictObject({ seed: z.string().min(1).max(500) })]).default('id'),
})

export type CommitteeReport = Report & {
  winners: string[]
  /** Every committee that breaking the ties otherwise could give; absent when there are too many to follow. */
  winnerSets?: string[][]
  valid: number
  invalid: InvalidBallot[]
  totals: Record<string, string>
  stages: CommitteeStage[]
  ties: Tie[]
  explanation: Sentence[]
}

/** One seat. `exact` is the load (Phragmén), the price (equal shares) or the votes at which it was taken. */
export type CommitteeStage = {
  elected: string[]
  by: By
  value: string
  exact?: string
  totals: Record<string, string>
}
type By = 'votes' | 'load' | 'price' | 'nobody-supports'
type Elected = { order: number[]; sets: number[][] | undefined; stages: Omit<CommitteeStage, 'totals'>[]; ties: Tie[] }

const rules: Record<string, (election: CommitteeElection, seats: number, permutation: Permutation) => Elected> = {
  av: mostApprovals,
  seqphragmen: (election, seats, favour) =>
    seatBySeat(election, committees(zeroLoads(election), seats, soonestElected(election), favour), 'load', 'load'),
  'equal-shares': (election, seats, favour) =>
    seatBySeat(
      election,
      committees(equalPurses(election, seats), seats, cheapestElected(election, 'seqphragmen'), favour),
      'price',
      'load',
    ),
  'equal-shares-with-av-completion': (election, seats, favour) =>
    seatBySeat(
      election,
      committees(equalPurses(election, seats), seats, cheapestElected(election, 'av'), favour),
      'price',
      'votes',
    ),
}

export const committeeRuleNames = Object.keys(rules)

/** Throws SettingsFault, and RangeError with a sentence. */
export function countCommittee(name: string, election: CommitteeElection, given: unknown): CommitteeReport {
  const rule = rules[name]
  if (!rule) throw new RangeError(`there is no committee rule "${name}"`)
  const parsed = parsedSettings(committeeSettings, given)
  const settings = { ...parsed, seats: seatsOf(election, parsed.seats) }
  const { options, voters } = election
  const permutation = permutationOf(options, settings.tieBreak)
  const votes = votesOf(election)
  const totals = record(options, (candidate) => String(votes[candidate]!))
  const { order, sets, stages, ties } = voters === 0 ? nobody : rule(election, settings.seats, permutation)
  const named = (some: readonly number[]) => some.map((candidate) => options[candidate]!)
  return {
    settings,
    options,
    ...(election.names && { names: election.names }),
    ...(typeof settings.tieBreak === 'object' &&
      'seed' in settings.tieBreak && { tieBreakOrder: favoured(options, permutation) }),
    ballots: voters,
    valid: voters,
    invalid: [],
    winners: named(order),
    ...(sets && { winnerSets: sets.map(named) }),
    totals,
    stages: stages.map((stage) => ({ ...stage, totals })),
    ties,
    explanation: explanationOf(election, order, stages, votes),
  }
}

export const committeeCountingRules: readonly [name: string, rule: CountingRule][] = committeeRuleNames.map((name) => [
  name,
  {
    endings: ['json'],
    open(_, given) {
      parsedSettings(committeeSettings, given)
      const reader = committeeReader()
      return { line: reader.line, end: () => countCommittee(name, reader.end(), given) }
    },
  },
])

const nobody: Elected = { order: [], sets: undefined, stages: [], ties: [] }

function mostApprovals(election: CommitteeElection, seats: number, permutation: Permutation): Elected {
  const votes = votesOf(election)
  const compare = (a: number, b: number) => (votes[a]! < votes[b]! ? -1 : votes[a]! > votes[b]! ? 1 : 0)
  const { winners, ties } = mostOf(election.options, seats, compare, () => true, permutation)
  const last = votes[winners.at(-1)!]!
  const sure = winners.filter((candidate) => votes[candidate]! > last)
  const edge = election.options.flatMap((_, candidate) => (votes[candidate] === last ? [candidate] : []))
  const stages = winners.map((candidate) => ({
    elected: [election.options[candidate]!],
    by: 'votes' as const,
    value: String(votes[candidate]!),
  }))
  const chosen = combinations(edge, seats - sure.length)
  return { order: winners, sets: chosen?.map((some) => [...sure, ...some].sort((a, b) => a - b)), stages, ties }
}

function seatBySeat(election: CommitteeElection, { seats, sets }: Committees, by: By, completedBy: By): Elected {
  const named = (some: readonly number[]) => some.map((candidate) => election.options[candidate]!)
  return {
    order: seats.map(({ chosen }) => chosen),
    sets,
    stages: seats.map((seat) => ({ elected: named([seat.chosen]), ...told(seat, by, completedBy) })),
    ties: seats.flatMap(({ chosen, tied }, at): Tie[] =>
      tied.length > 1
        ? [
            {
              between: named(tied).sort(compareIds),
              chosen: named([chosen]),
              how: 'permutation',
              stage: at + 1,
              purpose: 'win',
            },
          ]
        : [],
    ),
  }
}

function told({ value, completing }: Seat, by: By, completedBy: By): { by: By; value: string; exact?: string } {
  if (!value) return { by: 'nobody-supports', value: '0' }
  const exact = rational(value.n, value.d)
  return {
    by: completing ? completedBy : by,
    value: decimalOf(exact),
    exact: exact.d === 1n ? `${exact.n}` : `${exact.n}/${exact.d}`,
  }
}

function explanationOf(
  { options }: CommitteeElection,
  order: readonly number[],
  stages: readonly Omit<CommitteeStage, 'totals'>[],
  votes: readonly bigint[],
): Sentence[] {
  return options.map((option, candidate): Sentence => {
    const seat = order.indexOf(candidate)
    const approvals = String(votes[candidate]!)
    const stage = stages[seat]
    if (!stage) return { key: 'count.committee.not-elected', option, values: { votes: approvals } }
    return {
      key: `count.committee.by-${stage.by}`,
      option,
      values: { votes: approvals, seat: seat + 1, value: stage.value },
    }
  })
}

function seatsOf({ options, seats: inFile }: CommitteeElection, given: number | undefined): number {
  const seats = given ?? inFile
  if (seats === undefined)
    throw new SettingsFault(['seats'], '"seats": neither the settings nor the file say how many are elected')
  if (seats > options.length) throw new SettingsFault(['seats'], `"seats": there are only ${options.length} candidates`)
  return seats
}

function favoured(options: readonly string[], permutation: Permutation): string[] {
  return options
    .map((_, candidate) => candidate)
    .sort((a, b) => permutation[a]! - permutation[b]!)
    .map((candidate) => options[candidate]!)
}

const mostSets = 1000

/** Every way to take `size` of `some`, in order; undefined when there are too many. */
function combinations(some: readonly number[], size: number): number[][] | undefined {
  let found: number[][] = [[]]
  for (const [at, candidate] of some.entries()) {
    const rest = some.length - at - 1
    found = found.flatMap((set) => [
      ...(set.length < size ? [[...set, candidate]] : []),
      ...(set.length + rest >= size ? [set] : []),
    ])
    if (found.length > mostSets) return undefined
  }
  return found
}
