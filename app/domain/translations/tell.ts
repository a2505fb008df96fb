/** What an office wrote to everybody, in further languages. What counts is the original, which is always at hand. */
import { z } from 'zod'
import type { Language } from '#app/domain/languages'

export const translatedKinds = ['budget', 'opinions', 'panel'] as const
export type TranslatedKind = (typeof translatedKinds)[number]

const partShape = z.object({
  /** The place of these words: title, description, chance, or a word of its own in its subject */
  part: z.string(),
  from: z.string(),
  to: z.string(),
})
/** A translation as it is kept: each part beside the words it was made from. */
export const writtenShape = z.array(partShape)
export type WrittenPart = z.output<typeof partShape>

/** Words to translate, and the language they were written in. */
export type Original = { part: string; text: string; language: string }

export type Told = {
  text: string
  language: string
  /** What was written first, where these words are a translation of it */
  original: { text: string; language: string } | null
}
export type Tell = (text: string, language: string) => Told

/** Says words in the reader's language where somebody wrote them in it, and otherwise as they are. */
export function teller(written: readonly WrittenPart[], reading: string): Tell {
  const known = new Map(written.map(({ from, to }) => [from, to]))
  return (text, language) => {
    const translated = language === reading ? undefined : known.get(text)
    return translated
      ? { text: translated, language: reading, original: { text, language } }
      : { text, language, original: null }
  }
}

/** The originals that need this language, each with what was written for it; `from` is what it was written for. */
export function partsFor(originals: readonly Original[], written: readonly WrittenPart[], language: string) {
  const known = new Map(written.map((part) => [part.from, part]))
  const placed = new Map(written.map((part) => [part.part, part]))
  const seen = new Set<string>()
  return originals
    .filter(({ text, language: from }) => text !== '' && from !== language && seen.size < seen.add(text).size)
    .map((original) => {
      const { from, to } = known.get(original.text) ?? placed.get(original.part) ?? { from: '', to: '' }
      return { ...original, from, to }
    })
}

/** Heads as they stand; of the rest, before what is done, what is missing or older than its original. */
export function toDoFirst<P extends { part: string; text: string; from: string; to: string }>(
  parts: readonly P[],
): P[] {
  const rank = ({ part, text, from, to }: P) => {
    if (part === 'title' || part === 'description') return 0
    return to !== '' && from === text ? 2 : 1
  }
  return parts.toSorted((a, b) => rank(a) - rank(b))
}

export type TranslationState = 'none' | 'unfinished' | 'written'

/** How far one language has come. */
export function stateOf(
  originals: readonly Original[],
  written: readonly WrittenPart[],
  language: Language,
): TranslationState {
  const parts = partsFor(originals, written, language)
  const done = parts.filter(({ text, from, to }) => to !== '' && from === text).length
  if (written.length === 0) return 'none'
  return done === parts.length ? 'written' : 'unfinished'
}
