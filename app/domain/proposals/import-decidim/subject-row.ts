/** A row of proposals, projects, results or meetings, as what can be discussed: its texts, dates, supports, outcome. */
import { type Cells, countIn, firstOf, isYes, type Translation, timeIn, translationsOf } from './cells'
import type { SubjectKind } from './export-files'
import { type Outcome, outcomeOf, stateName } from './states'

export type SubjectRow = {
  key: string
  titles: Translation[]
  bodies: Translation[]
  answers: Translation[]
  /** Where it is shown at its source */
  address: string
  /** Category, place, cost, dates: one line each */
  facts: string[]
  author: Author | null
  supports: number
  /** Comments that the source says it has */
  declaredComments: number
  state: string
  outcome: Outcome
  publishedAt: Date
  answeredAt: Date | null
}

/** Known by its number alone: names are shared, and change. A group keeps its name, a person does not. */
export type Author = { key: string; groupName: string | null }

export type ReadSubject = { row: SubjectRow } | { refusal: string }

const textColumns: Record<SubjectKind, string> = {
  proposal: 'body',
  project: 'description',
  result: 'description',
  meeting: 'description',
}

export function readSubject(cells: Cells, kind: SubjectKind): ReadSubject {
  const key = firstOf(cells, 'id')
  if (!/^\d{1,15}$/.test(key)) return { refusal: 'has no number as its id' }
  const titles = translationsOf(cells, 'title')
  const bodies = translationsOf(cells, textColumns[kind])
  if (titles.length === 0 && bodies.length === 0) return { refusal: 'has neither title nor text' }
  const publishedAt = timeIn(firstOf(cells, 'published_at', 'created_at', 'start_time', 'start_date'))
  if (!publishedAt) return { refusal: 'has no date' }
  const supports = countIn(firstOf(cells, 'supports', 'votes', 'confirmed_votes'))
  const declaredComments = countIn(firstOf(cells, 'comments', 'comments_count'))
  if (supports === null || declaredComments === null) return { refusal: 'has a count that is no number' }
  const answers = translationsOf(cells, 'answer')
  const withdrawn = isYes(cells.withdrawn ?? '')
  const state = firstOf(cells, 'state')
  return {
    row: {
      key,
      titles,
      bodies,
      answers,
      address: firstOf(cells, 'url'),
      facts: factsOf(cells),
      author: authorIn(cells),
      supports,
      declaredComments,
      state: stateName(state),
      outcome: outcomeOf(state, { withdrawn, hasAnswer: answers.length > 0 }),
      publishedAt,
      answeredAt: timeIn(firstOf(cells, 'answered_at', 'state_published_at', 'withdrawn_at')),
    },
  }
}

export function authorIn(cells: Cells): Author | null {
  const group = firstOf(cells, 'user_group/id')
  const groupName = translationsOf(cells, 'user_group/name')[0]?.text
  if (/^\d{1,20}$/.test(group) && groupName) return { key: `group ${group}`, groupName }
  const id = firstOf(cells, 'author/id').split(',')[0]?.trim() ?? ''
  return id ? { key: id.slice(0, 60), groupName: null } : null
}

/** The short facts of each kind that have no column of their own here, in the file's language. */
function factsOf(cells: Cells): string[] {
  const named = ['category/name', 'scope/name', 'taxonomies/name', 'status/name', 'location'].map(
    (field) => translationsOf(cells, field)[0]?.text ?? '',
  )
  const plain = [firstOf(cells, 'address'), datesOf(cells), amountOf(cells), progressOf(cells)]
  return [...named, ...plain].map((fact) => fact.slice(0, 300)).filter(Boolean)
}

function datesOf(cells: Cells) {
  return [firstOf(cells, 'start_date', 'start_time'), firstOf(cells, 'end_date', 'end_time')]
    .filter(Boolean)
    .join(' – ')
}

function amountOf(cells: Cells) {
  const amount = firstOf(cells, 'budget_amount', 'cost')
  return /^\d{1,12}([.,]\d+)?$/.test(amount) ? `${amount} €` : ''
}

function progressOf(cells: Cells) {
  const progress = firstOf(cells, 'progress')
  return /^\d{1,3}(\.\d+)?$/.test(progress) ? `${Number(progress)} %` : ''
}

/** Columns that are read; the others are named in the report. */
const known =
  /^(id|title|body|description|answer|state|withdrawn|withdrawn_at|url|published_at|created_at|start_date|end_date|start_time|end_time|answered_at|state_published_at|supports|votes|confirmed_votes|comments|comments_count|address|budget_amount|cost|progress|category\/name|scope\/name|taxonomies\/name|status\/name|location|user_group\/id|user_group\/name|author\/id|body|locale|alignment|depth|commentable_id|commentable_type|root_commentable_url)(\/[A-Za-z_-]{2,8})?$/

export function unreadColumns(header: readonly string[]): string[] {
  return header.filter((name) => !known.test(name))
}
