/** Reading votes on statements and the moderators' list from files, with the line or the place of whatever is wrong. */
import { InputFault, shown } from '#app/domain/voting/formats/faults'
import { addVote, emptyVotes, type Statement, type Vote, type VoteBox } from './votes'

/** More than this is refused, so that a map always fits into memory and time. */
export const limits = { votes: 20_000_000, participants: 200_000, statements: 10_000, idLength: 200 }

/** Columns by name, as ours and as in the Polis export. */
const heads = {
  participant: ['participant', 'voter-id'],
  statement: ['statement', 'comment-id'],
  vote: ['vote'],
  at: ['modified', 'timestamp', 'at'],
} as const

export type VoteReader = { take: (cells: readonly string[], line: number) => void; end: () => VoteBox }

/**
 * Takes the rows of a table one after the other, the first one with the columns' names: participant, statement, vote
 * (1 agree, −1 disagree, 0 pass) and, if there, a time in milliseconds. Throws an InputFault with the line.
 */
export function voteReader(): VoteReader {
  const box = emptyVotes()
  let columns: Columns | undefined
  return {
    take(cells, line) {
      if (columns) takeVote(box, columns, cells, line)
      else columns = columnsOf(cells, line)
    },
    end() {
      if (!columns) throw new InputFault(1, 'the file is empty: its first line names the columns')
      return box
    },
  }
}

type Columns = { participant: number; statement: number; vote: number; at: number; width: number }

function columnsOf(cells: readonly string[], line: number): Columns {
  const names = cells.map((cell) => cell.trim().toLowerCase())
  const find = (known: readonly string[]) => names.findIndex((name) => known.includes(name))
  const columns = {
    participant: find(heads.participant),
    statement: find(heads.statement),
    vote: find(heads.vote),
    at: find(heads.at),
    width: cells.length,
  }
  for (const needed of ['participant', 'statement', 'vote'] as const) {
    if (columns[needed] < 0) throw new InputFault(line, `no column is named "${heads[needed].join('" or "')}"`)
  }
  return columns
}

function takeVote(box: VoteBox, columns: Columns, cells: readonly string[], line: number): void {
  if (cells.length === 1 && cells[0]!.trim() === '') return
  if (cells.length !== columns.width) {
    throw new InputFault(line, `${cells.length} cells where the first line has ${columns.width}`)
  }
  const participant = idOf(cells[columns.participant]!, 'participant', line)
  const statement = idOf(cells[columns.statement]!, 'statement', line)
  const vote = voteOf(cells[columns.vote]!, line)
  const at = columns.at < 0 ? undefined : timeOf(cells[columns.at]!, line)
  addVote(box, { participant, statement, vote, ...(at !== undefined && { at }) })
  refuseTooMuch(box, line)
}

function refuseTooMuch(box: VoteBox, line: number): void {
  if (box.cast > limits.votes) throw new InputFault(line, `more than ${limits.votes} votes`)
  if (box.participants.size > limits.participants) {
    throw new InputFault(line, `more than ${limits.participants} participants`)
  }
  if (box.statements.size > limits.statements) throw new InputFault(line, `more than ${limits.statements} statements`)
}

function idOf(cell: string, what: string, line: number): string {
  const id = cell.trim()
  const wrong = wrongId(id, what)
  if (wrong) throw new InputFault(line, wrong)
  return id
}

function wrongId(id: string, what: string): string | null {
  if (id === '') return `the ${what} is missing`
  if (id.length > limits.idLength) return `the ${what}'s id is longer than ${limits.idLength}`
  if (/[\p{Cc}\p{Cs}\uFFFD]/u.test(id)) return `the ${what}'s id ${shown(id)} is not readable text`
  return null
}

const votes: Readonly<Record<string, Vote>> = { '1': 1, '+1': 1, '0': 0, '-1': -1 }

function voteOf(cell: string, line: number): Vote {
  const text = cell.trim()
  const vote = Object.hasOwn(votes, text) ? votes[text] : undefined
  if (vote === undefined) throw new InputFault(line, `the vote is ${shown(text)} but must be 1, 0 or -1`)
  return vote
}

function timeOf(cell: string, line: number): number {
  const text = cell.trim()
  if (text === '') return 0
  if (!/^\d{1,15}(\.\d{1,9})?$/.test(text)) throw new InputFault(line, `the time ${shown(text)} is not a number`)
  return Number(text)
}

/** A fault in the moderators' list; `path` says where, and whoever has the text finds its line. */
export class StatementsFault extends Error {
  readonly path: readonly (string | number)[]

  constructor(path: readonly (string | number)[], message: string) {
    super(message)
    this.name = 'StatementsFault'
    this.path = path
  }
}

/**
 * The moderators' list from parsed JSON: `[{ "tid": 3, "mod": -1, "is_meta": false }]`, or `id` for `tid`. Unknown
 * fields are passed over. Throws a StatementsFault.
 */
export function readStatements(content: unknown): Statement[] {
  if (!Array.isArray(content)) throw new StatementsFault([], 'the list of statements is not a list')
  if (content.length > limits.statements) {
    throw new StatementsFault([limits.statements], `more than ${limits.statements} statements`)
  }
  const seen = new Set<string>()
  return content.map((entry: unknown, at) => {
    const statement = statementOf(entry, at)
    if (seen.has(statement.id)) throw new StatementsFault([at], `statement ${shown(statement.id)} is listed twice`)
    seen.add(statement.id)
    return statement
  })
}

function statementOf(entry: unknown, at: number): Statement {
  const number = at + 1
  if (typeof entry !== 'object' || entry === null) throw new StatementsFault([at], `entry ${number} is not a statement`)
  const fields = new Map<string, unknown>(Object.entries(entry))
  const given = (...names: string[]) => names.find((name) => (fields.get(name) ?? null) !== null)
  const idName = given('tid', 'id')
  const told = idName === undefined ? undefined : fields.get(idName)
  if (idName === undefined || (typeof told !== 'string' && typeof told !== 'number')) {
    throw new StatementsFault([at], `entry ${number} has no id`)
  }
  const id = String(told).trim()
  const wrong = wrongId(id, 'statement')
  if (wrong) throw new StatementsFault([at, idName], wrong)
  const modName = given('mod', 'moderated') ?? 'mod'
  const mod = fields.get(modName) ?? 0
  if (mod !== -1 && mod !== 0 && mod !== 1) {
    throw new StatementsFault([at, modName], `entry ${number}: mod must be 1, 0 or -1`)
  }
  const meta = fields.get('is_meta') ?? false
  if (typeof meta !== 'boolean') {
    throw new StatementsFault([at, 'is_meta'], `entry ${number}: is_meta must be true or false`)
  }
  return { id, moderation: mod, meta }
}
