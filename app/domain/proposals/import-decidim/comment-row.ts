/** A row of comments: what it says, on what, and which way it leans. */
import { type Cells, firstOf, timeIn } from './cells'
import { kindOfCommentable, type SubjectKind } from './export-files'
import { type Author, authorIn } from './subject-row'

export type CommentRow = {
  key: string
  parent: { kind: SubjectKind | 'comment'; key: string }
  /** Where the whole thread is shown at its source */
  rootAddress: string
  body: string
  language: string
  stance: 'for' | 'against' | 'neutral'
  author: Author | null
  createdAt: Date
}

export type ReadComment = { row: CommentRow } | { refusal: string }

const stances: Record<string, CommentRow['stance']> = { '-1': 'against', '0': 'neutral', '1': 'for', '': 'neutral' }

export function readComment(cells: Cells): ReadComment {
  const key = firstOf(cells, 'id')
  if (!/^\d{1,15}$/.test(key)) return { refusal: 'has no number as its id' }
  const body = cells.body ?? ''
  if (body.trim() === '') return { refusal: 'says nothing' }
  const createdAt = timeIn(firstOf(cells, 'created_at'))
  if (!createdAt) return { refusal: 'has no date' }
  const type = firstOf(cells, 'commentable_type')
  const kind = kindOfCommentable(type)
  const parentKey = firstOf(cells, 'commentable_id')
  if (!kind) return { refusal: `is about a "${type.slice(0, 60)}", which is not known here` }
  if (!/^\d{1,15}$/.test(parentKey)) return { refusal: 'is about nothing' }
  const stance = stances[firstOf(cells, 'alignment')]
  if (!stance) return { refusal: 'leans neither for nor against nor between' }
  return {
    row: {
      key,
      parent: { kind, key: parentKey },
      rootAddress: firstOf(cells, 'root_commentable_url'),
      body,
      language: languageIn(firstOf(cells, 'locale')),
      stance,
      author: authorIn(cells),
      createdAt,
    },
  }
}

/** The interface's language, which is often the text's. */
function languageIn(locale: string): string {
  return /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(locale) ? locale : 'und'
}
