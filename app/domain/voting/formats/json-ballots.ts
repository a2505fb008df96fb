/**
 * Ballots as JSON: `{ "options": ["a", { "id": "b", "name": "Bari" }], "seats": 1, "ballots": [ … ] }`.
 *
 * A ballot is `{ "ranking": ["a", ["b", "c"], null] }` (best first, a list for equal ranks, null for a skipped one),
 * `{ "choices": ["a"] }` or `{ "points": { "a": 3 } }`, with `"count": n` for n equal ballots.
 */
import { z } from 'zod'
import { type BallotBox, BLANK, emptyBox, MOST_OPTIONS, placesOf, TIED } from '#app/domain/voting/rules/ballots'
import type { BallotFile } from './ballot-file'
import { cast, newOption, optionAt } from './casting'
import { InputFault, shown } from './faults'
import { jsonWithLines, lineOfPath } from './json-items'
import { type LineReader, wholeText } from './lines'

const MOST_CHARACTERS = 64_000_000

const id = z.string().min(1)
const file = z.strictObject({
  title: z.string().optional(),
  seats: z.int().min(1).max(MOST_OPTIONS).optional(),
  unranked: z.enum(['tied-last', 'ignored']).optional(),
  options: z.array(z.union([id, z.strictObject({ id, name: z.string().optional() })])),
  ballots: z.array(z.unknown()),
})
const count = z.int().min(1).max(1_000_000_000).default(1)
/** Not a zod record, which passes over an option named `__proto__`. */
const points = z.custom<Record<string, number>>(
  (given) =>
    typeof given === 'object' && given !== null && !Array.isArray(given) && Object.values(given).every(isPoints),
)
const isPoints = (value: unknown) => Number.isInteger(value) && Math.abs(value as number) <= 1_000_000_000
const ballotShape = z.union([
  z.strictObject({ ranking: z.array(z.union([id, z.array(id), z.null()])), count }),
  z.strictObject({ choices: z.array(id), count }),
  z.strictObject({ points, count }),
])
type JsonBallot = z.infer<typeof ballotShape>

export function jsonReader(content: 'ranks' | 'points'): LineReader<BallotFile> {
  return wholeText(MOST_CHARACTERS, (text) => readJsonBallots(text, content))
}

function readJsonBallots(text: string, content: 'ranks' | 'points'): BallotFile {
  const { content: given, linesOf } = jsonWithLines(text)
  const parsed = file.safeParse(given)
  if (!parsed.success) throw wrong(text, parsed.error)
  const { options, ballots, ...rest } = parsed.data
  const box = emptyBox([], content === 'points')
  const optionLines = linesOf('options')
  options.forEach((option, at) => {
    const { id, name } = typeof option === 'string' ? { id: option, name: undefined } : option
    newOption(box, id, optionLines[at] ?? 1, name)
  })
  const lines = linesOf('ballots')
  ballots.forEach((raw, at) => {
    const line = lines[at] ?? 1
    const ballot = ballotShape.safeParse(raw)
    if (!ballot.success) {
      throw new InputFault(
        line,
        'a ballot is {"ranking": […]}, {"choices": […]} or {"points": {…}}, with a whole "count"',
      )
    }
    castJson(box, ballot.data, content, line)
  })
  return { box, ...defined(rest) }
}

function castJson(box: BallotBox, ballot: JsonBallot, content: 'ranks' | 'points', line: number): void {
  if ('points' in ballot !== (content === 'points')) {
    throw new InputFault(
      line,
      content === 'points' ? 'this rule needs ballots with points' : 'this rule cannot read points',
    )
  }
  if ('points' in ballot) {
    const entries = Object.entries(ballot.points)
    const marks = entries.map(([id]) => optionAt(box, id, line, true))
    cast(
      box,
      marks,
      marks.length,
      ballot.count,
      line,
      entries.map(([, given]) => given),
    )
    return
  }
  const places = 'ranking' in ballot ? ballot.ranking : [ballot.choices]
  const marks: number[] = []
  for (const place of places) {
    if (place === null || place.length === 0) {
      if ('ranking' in ballot) marks.push(BLANK)
      continue
    }
    const ids = typeof place === 'string' ? [place] : place
    ids.forEach((id, at) => {
      const option = optionAt(box, id, line, true)
      if (marks.some((mark) => mark !== BLANK && (mark & ~TIED) === option)) {
        throw new InputFault(line, `option ${shown(id)} stands twice on a ballot`)
      }
      marks.push(at === 0 ? option : option | TIED)
    })
  }
  cast(box, marks, marks.length, ballot.count, line)
}

/** One ballot a line, so that a fault can be found by its line. */
export function* writeJson(box: BallotBox, { seats, title, unranked }: Omit<BallotFile, 'box'>): Generator<string> {
  const options = box.options.map((id) => (box.names.has(id) ? { id, name: box.names.get(id) } : id))
  yield `{`
  for (const [key, value] of Object.entries({ title, seats, unranked, options })) {
    if (value !== undefined) yield `"${key}": ${JSON.stringify(value)},`
  }
  yield `"ballots": [`
  for (let ballot = 0; ballot < box.distinct; ballot++) {
    const places = placesOf(box, ballot)
    const shape = box.scored ? { points: pointsOf(box, ballot) } : { ranking: places.map(place) }
    const comma = ballot + 1 < box.distinct ? ',' : ''
    yield `${JSON.stringify({ ...shape, count: box.copies[ballot] })}${comma}`
  }
  yield ']}'
}

function place(ids: readonly string[]): string | readonly string[] | null {
  return ids.length === 0 ? null : ids.length === 1 ? ids[0]! : ids
}

function pointsOf(box: BallotBox, ballot: number): Record<string, number> {
  const start = box.starts[ballot]!
  return Object.fromEntries(placesOf(box, ballot).map(([id], at) => [id!, box.points[start + at]! / box.pointUnit]))
}

function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

function wrong(text: string, error: z.ZodError): InputFault {
  const issue = error.issues[0]!
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path
  const name = issue.path.join('.')
  return new InputFault(lineOfPath(text, path), `${name ? `"${name}": ` : ''}${issue.message}`)
}
