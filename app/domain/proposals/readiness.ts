/** What a draft still lacks before it can be published. */
import { isTopic } from './topics'

export const bounds = {
  title: { min: 10, max: 150 },
  /** While drafting nothing is lost: a longer title is kept, and said to be too long at the end */
  draftTitle: 300,
  /** Letters of the text, pictures and marks apart */
  text: { min: 80 },
  points: { most: 20, max: 500 },
  note: { min: 3, max: 300 },
} as const

export type Lacking = 'title-short' | 'title-long' | 'topic' | 'text-short'

export function lackingIn(draft: { title: string; topic: string | null; words: string }): Lacking[] {
  const title = [...draft.title.trim()].length
  const lacking: Lacking[] = []
  if (title < bounds.title.min) lacking.push('title-short')
  if (title > bounds.title.max) lacking.push('title-long')
  if (!isTopic(draft.topic)) lacking.push('topic')
  if ([...draft.words.trim()].length < bounds.text.min) lacking.push('text-short')
  return lacking
}
