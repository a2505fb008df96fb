/** Gulpease: how easy an Italian text is to read, from 0 to 100 (Lucisano and Piemontese, 1988). */

export type Readability = { index: number; sentences: number; words: number; longestSentence: number }

/** Null when there is nothing to measure, or most of it is in another script than Italian's. 80 and more is easy with primary school, 60 with lower secondary. */
export function gulpease(text: string): Readability | null {
  const sentences = text
    .split(/[.!?…؟]+(?=\s|$)|\n{2,}/u)
    .map(wordsIn)
    .filter((words) => words.length > 0)
  const words = sentences.flat()
  const letters = words.join('').length
  if (words.length === 0 || foreignLettersIn(text) > letters / 2) return null
  const index = 89 + (300 * sentences.length - 10 * letters) / words.length
  return {
    index: Math.max(0, Math.min(100, Math.round(index))),
    sentences: sentences.length,
    words: words.length,
    longestSentence: Math.max(...sentences.map((sentence) => sentence.length)),
  }
}

function wordsIn(sentence: string): string[] {
  return sentence.match(/[\p{L}\p{N}]+/gu) ?? []
}

function foreignLettersIn(text: string): number {
  return text.match(/(?=\p{L})\P{Script=Latin}/gu)?.length ?? 0
}

export const longSentence = 20

export type Ease = 'easy' | 'fair' | 'hard'

export function easeOf(index: number): Ease {
  return index >= 80 ? 'easy' : index >= 60 ? 'fair' : 'hard'
}
