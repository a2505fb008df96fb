/**
 * The Pabulib format (`.pb`), in which cities publish participatory budgets: META, PROJECTS and VOTES sections of
 * fields between semicolons. Source: pabulib.org/format. Read line by line, refused at the first line that is wrong.
 */
import { InputFault, shown } from '#app/domain/voting/formats/faults'
import type { LineReader } from '#app/domain/voting/formats/lines'
import { noIds, see } from '#app/domain/voting/formats/seen-ids'
import { ballotBox } from './ballots'
import type { BudgetElection, Project, Remark, VoteType } from './election'
import { type Fraction, fraction, times } from './fractions'
import { amount, type Cut, cutFurther, cutLine } from './pabulib-fields'
import { voteReader } from './pabulib-votes'

/** `marks` are choices on ballots that differ: each is kept, and a file must not fill the memory. */
export type PabulibLimits = { projects: number; ballots: number; marks: number; lineLength: number }
export const pabulibLimits: PabulibLimits = {
  projects: 10_000,
  ballots: 10_000_000,
  marks: 20_000_000,
  lineLength: 1_000_000,
}

const sections = ['META', 'PROJECTS', 'VOTES'] as const
type Section = (typeof sections)[number]
const voteTypes: readonly string[] = ['approval', 'choose-1', 'cumulative', 'scoring', 'ordinal'] satisfies VoteType[]
const mostRemarks = 1000

export function pabulibReader(limits: PabulibLimits = pabulibLimits): LineReader<BudgetElection> {
  const meta = new Map<string, string>()
  const metaLine = new Map<string, number>()
  const projects: (Omit<Project, 'cost'> & { price: Fraction })[] = []
  const at = new Map<string, number>()
  const box = ballotBox()
  const voters = noIds()
  const remarks: Remark[] = []
  let section: Section | undefined
  let heads: string[] | undefined
  let read: ReturnType<typeof voteReader> | undefined
  let waiting: (Cut & { line: number; length: number }) | undefined
  let ballots = 0
  let different = 0
  let marks = 0
  let last = 0

  function line(raw: string, number: number) {
    last = number
    if (raw.length > limits.lineLength) throw new InputFault(number, `a line may hold ${limits.lineLength} characters`)
    if (raw.includes('\0')) throw new InputFault(number, 'there is a zero character: the file is not UTF-8 text')
    const first = waiting?.line ?? number
    const length = (waiting?.length ?? 0) + raw.length
    const cut = waiting ? cutFurther(waiting, raw) : cutLine(raw)
    waiting = cut.open ? { ...cut, line: first, length } : undefined
    if (length > limits.lineLength) throw new InputFault(first, 'a quotation mark is opened and never closed')
    if (!waiting) row(cut.fields, first)
  }

  /** A spreadsheet ends every line with as many semicolons as the longest one needs. */
  function row(fields: string[], number: number) {
    const rest = fields.findLastIndex((field) => field.trim() !== '') + 1
    if (rest === 0) return
    const name = rest === 1 ? fields[0]!.trim().toUpperCase() : ''
    if ((sections as readonly string[]).includes(name)) return open(name as Section, number)
    if (!section) throw new InputFault(number, `the file should begin with META, not with ${shown(fields.join(';'))}`)
    if (!heads) {
      heads = headsOf(section, fields.slice(0, rest), number)
      return
    }
    if (section !== 'META' && rest > heads.length)
      throw new InputFault(number, `this line has ${rest} fields, its section ${heads.length} columns`)
    if (section === 'META') metaRow(fields, number)
    else if (section === 'PROJECTS') projectRow(heads, fields, number)
    else voteRow(fields, number)
  }

  function open(next: Section, number: number) {
    const expected = sections[section ? sections.indexOf(section) + 1 : 0]
    if (next !== expected)
      throw new InputFault(number, `the section ${next} comes ${expected ? `before ${expected}` : 'twice'}`)
    section = next
    heads = undefined
    if (next === 'PROJECTS') checkMeta(number)
  }

  function metaRow([key = '', value = '']: string[], number: number) {
    const name = key.trim()
    if (meta.has(name) && name !== 'comment') throw new InputFault(number, `the key ${shown(name)} is repeated`)
    meta.set(name, value.trim())
    metaLine.set(name, number)
  }

  function checkMeta(number: number) {
    if (!meta.has('budget')) throw new InputFault(number, 'META has no budget')
    moneyAt(meta.get('budget') ?? '', 'the budget', metaLine.get('budget') ?? number)
    const type = meta.get('vote_type')
    if (type === undefined) throw new InputFault(number, 'META has no vote_type')
    if (!voteTypes.includes(type))
      throw new InputFault(metaLine.get('vote_type') ?? number, `vote_type ${shown(type)} is not known`)
  }

  function projectRow(names: string[], fields: string[], number: number) {
    if (fields.length < names.length)
      throw new InputFault(number, `a project needs ${names.length} fields and has ${fields.length}`)
    const row = Object.fromEntries(names.map((name, index) => [name, (fields[index] ?? '').trim()]))
    const id = row.project_id ?? ''
    if (id === '') throw new InputFault(number, 'a project has no id')
    if (id.includes(',')) throw new InputFault(number, `the project id ${shown(id)} holds a comma`)
    if (at.has(id)) throw new InputFault(number, `the project ${shown(id)} is repeated`)
    if (projects.length === limits.projects) throw new InputFault(number, `a vote may have ${limits.projects} projects`)
    at.set(id, projects.length)
    projects.push({
      id,
      price: moneyAt(row.cost ?? '', `the cost of ${shown(id)}`, number),
      name: row.name || id,
      fields: row,
    })
  }

  function voteRow(fields: string[], number: number) {
    read ??= voteReader(heads ?? [], meta, at)
    const vote = read(fields, number)
    if (!see(voters, vote.voter)) throw new InputFault(number, `the voter ${shown(vote.voter)} votes twice`)
    if (ballots === limits.ballots) throw new InputFault(number, `a file may hold ${limits.ballots} ballots`)
    ballots += 1
    if (box.add(vote.projects, vote.points) === different) {
      different += 1
      marks += vote.projects.length
      if (marks > limits.marks)
        throw new InputFault(number, `ballots that differ may hold ${limits.marks} choices together`)
    }
    if (vote.remark && remarks.length < mostRemarks) remarks.push({ line: number, why: vote.remark })
  }

  function end(): BudgetElection {
    if (waiting) throw new InputFault(waiting.line, 'a quotation mark is opened and never closed')
    if (section !== 'VOTES' || !heads)
      throw new InputFault(last, `the file ends before its ${section === 'VOTES' ? 'votes' : 'VOTES section'}`)
    announced('num_projects', projects.length)
    announced('num_votes', ballots)
    const budget = moneyAt(meta.get('budget') ?? '', 'the budget', 0)
    const decimals = Math.max(...[budget, ...projects.map(({ price }) => price)].map(placesOf))
    const inUnits = (value: Fraction) => times(value, fraction(10n ** BigInt(decimals))).n
    return {
      meta,
      voteType: meta.get('vote_type') as VoteType,
      decimals,
      budget: inUnits(budget),
      projects: projects.map(({ price, ...project }) => ({ ...project, cost: inUnits(price) })),
      ballots: box.seal(),
      voters: ballots,
      remarks,
    }
  }

  function announced(key: string, found: number) {
    const value = meta.get(key)
    if (value !== undefined && Number(value) !== found) {
      throw new InputFault(metaLine.get(key) ?? 0, `${key} announces ${shown(value)}, the file holds ${found}`)
    }
  }

  return { line, end }
}

function headsOf(section: Section, fields: string[], line: number): string[] {
  const heads = fields.map((field) => field.trim())
  const needed = { META: ['key', 'value'], PROJECTS: ['project_id', 'cost'], VOTES: ['voter_id', 'vote'] }[section]
  const missing = needed.filter((name) => !heads.includes(name))
  if (missing.length > 0) throw new InputFault(line, `the section ${section} has no column ${missing.join(', ')}`)
  if (new Set(heads).size < heads.length)
    throw new InputFault(line, `the section ${section} has two columns of one name`)
  return heads
}

function moneyAt(text: string, what: string, line: number): Fraction {
  const value = amount(text)
  if (value === 'not-a-number')
    throw new InputFault(line, `${what} is not a number: ${shown(text)}; write it as 1000 or 12.50`)
  if (value === 'negative') throw new InputFault(line, `${what} is negative: ${shown(text)}`)
  if (value === 'absurd') throw new InputFault(line, `${what} is out of range: ${shown(text)}`)
  return value
}

/** Digits after the point that the value needs: its denominator divides a power of ten. */
function placesOf({ d }: Fraction): number {
  let places = 0
  for (let power = 1n; power % d !== 0n; power *= 10n) places += 1
  return places
}
