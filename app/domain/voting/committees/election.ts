/** A committee to be elected by approval: candidates, seats, and ballots counted together when they say the same. */
import { z } from 'zod'
import { InputFault, shown } from '#app/domain/voting/formats/faults'
import { jsonWithLines } from '#app/domain/voting/formats/json-items'
import { type LineReader, wholeText } from '#app/domain/voting/formats/lines'
import { MOST_OPTIONS } from '#app/domain/voting/rules/ballots'

export type CommitteeElection = {
  options: string[]
  names?: Record<string, string>
  /** Seats that the file says; settings may say otherwise. */
  seats?: number
  /** Blank ballots included: they share in the equal endowment. */
  voters: number
  groups: { approved: number[]; weight: number }[]
}

/** Refuses, by RangeError, what names a candidate twice or one that is none. */
export function committeeElection(
  options: readonly string[],
  ballots: Iterable<{ approved: readonly string[]; weight?: number }>,
  seats?: number,
): CommitteeElection {
  const at = new Map(options.map((id, index) => [id, index]))
  if (at.size < options.length) throw new RangeError('two candidates have the same id')
  const groups = new Map<string, { approved: number[]; weight: number }>()
  let voters = 0
  for (const { approved, weight = 1 } of ballots) {
    const marks = approved.map((id) => at.get(id) ?? -1).sort((a, b) => a - b)
    if (marks.includes(-1))
      throw new RangeError(`a ballot names ${shown(approved.find((id) => !at.has(id)) ?? '')}, who is no candidate`)
    if (new Set(marks).size < marks.length) throw new RangeError('a ballot names a candidate twice')
    const key = marks.join(',')
    const group = groups.get(key)
    if (group) group.weight += weight
    else groups.set(key, { approved: marks, weight })
    voters += weight
  }
  return { options: [...options], ...(seats !== undefined && { seats }), voters, groups: [...groups.values()] }
}

const id = z.string().min(1).max(500)
const seats = z.int().min(1).max(MOST_OPTIONS)
const weight = z.int().min(1).max(1_000_000_000).default(1)
const numbered = z.object({
  profile: z.array(z.unknown()),
  num_cand: z.int().min(1).max(MOST_OPTIONS),
  committeesize: seats.optional(),
})
const named = z.object({
  options: z
    .array(z.union([id, z.object({ id, name: z.string().optional() })]))
    .min(1)
    .max(MOST_OPTIONS),
  seats: seats.optional(),
  ballots: z.array(z.unknown()),
})
const approvals = z.array(z.int().min(0).max(MOST_OPTIONS)).max(MOST_OPTIONS)
const ids = z.array(id).max(MOST_OPTIONS)
const choices = z.union([
  z.object({ choices: ids, count: weight }),
  // As files of approval ballots are written: all that is approved shares one place
  z
    .object({ ranking: z.array(z.union([id, ids])).max(1), count: weight })
    .transform(({ ranking, count }) => ({ choices: ranking.flat(), count })),
])

/**
 * `{"profile": [[0, 2], …], "num_cand": 6, "committeesize": 3}`, candidates being numbers from 0, or
 * `{"options": ["a", …], "seats": 3, "ballots": [{"choices": ["a"], "count": 2}, …]}`, or with `"ranking": [["a"]]` for choices.
 */
export function committeeReader(): LineReader<CommitteeElection> {
  return wholeText(64_000_000, (text) => {
    const { content, linesOf } = jsonWithLines(text)
    const byName = named.safeParse(content)
    if (byName.success) return fromNames(linesOf('ballots'), byName.data)
    const byNumber = numbered.safeParse(content)
    if (byNumber.success) return fromNumbers(linesOf('profile'), byNumber.data)
    throw new InputFault(
      1,
      'a committee is {"profile", "num_cand", "committeesize"} or {"options", "seats", "ballots"}',
    )
  })
}

function fromNumbers(lines: readonly number[], file: z.infer<typeof numbered>): CommitteeElection {
  const options = Array.from({ length: file.num_cand }, (_, candidate) => String(candidate))
  const ballots = file.profile.map((raw, at) => {
    const ballot = approvals.safeParse(raw)
    if (!ballot.success) throw new InputFault(lines[at] ?? 1, 'a ballot is a list of candidate numbers')
    return { approved: ballot.data.map(String), line: lines[at] ?? 1 }
  })
  return checked(options, ballots, file.committeesize)
}

function fromNames(lines: readonly number[], file: z.infer<typeof named>): CommitteeElection {
  const options = file.options.map((option) => (typeof option === 'string' ? { id: option } : option))
  const ballots = file.ballots.map((raw, at) => {
    const ballot = choices.safeParse(raw)
    if (!ballot.success) throw new InputFault(lines[at] ?? 1, 'a ballot is {"choices": […]}, with a whole "count"')
    return { approved: ballot.data.choices, weight: ballot.data.count, line: lines[at] ?? 1 }
  })
  const names = options.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name] as const]))
  const election = checked(
    options.map((option) => option.id),
    ballots,
    file.seats,
  )
  return { ...election, ...(names.length > 0 && { names: Object.fromEntries(names) }) }
}

function checked(
  options: readonly string[],
  ballots: readonly { approved: string[]; weight?: number; line: number }[],
  seatsInFile?: number,
): CommitteeElection {
  let line = 1
  const told = function* () {
    for (const ballot of ballots) {
      line = ballot.line
      yield ballot
    }
  }
  try {
    return committeeElection(options, told(), seatsInFile)
  } catch (error) {
    if (error instanceof RangeError) throw new InputFault(line, error.message)
    throw error
  }
}
