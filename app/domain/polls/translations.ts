/** A poll in further languages, written by those who ask. What counts is the original, which is always at hand. */
import { z } from 'zod'
import { titleTwice } from './title-twice'

const optionShape = z.object({ key: z.string(), title: z.string(), text: z.string() })

/** A whole translation, as it is frozen with the terms. Yes, no and blank have words of their own in every language. */
export const translationShape = z.object({
  language: z.string(),
  question: z.string(),
  description: z.string(),
  options: z.array(optionShape),
})
export type Translation = z.output<typeof translationShape>

/** What is translated. */
export type Original = Pick<Translation, 'question' | 'description' | 'options'>

const partShape = z.object({ from: z.string(), to: z.string() })

/** A translation while it is written: each part beside the words it was made from. */
export const writtenShape = z.object({
  question: partShape,
  description: partShape,
  options: z.array(z.object({ title: partShape, text: partShape })),
})
export type Written = z.output<typeof writtenShape>
export type Part = z.output<typeof partShape>

/** A part for each of the original's, with what was written for it; `from` is what it was written for. */
export function partsFor(original: Original, written: Written | null): Written {
  const blank = { from: '', to: '' }
  return {
    question: written?.question ?? blank,
    description: written?.description ?? blank,
    options: original.options.map(({ title }, at) => {
      const sameName = written?.options.find((option) => option.title.from === title)
      return sameName ?? leftOver(original, written, at) ?? { title: blank, text: blank }
    }),
  }
}

/** What was written for the option that stood here, if that has another name now. */
function leftOver({ options }: Original, written: Written | null, at: number) {
  const before = written?.options[at]
  return before && options.every(({ title }) => title !== before.title.from) ? before : null
}

/** The translation if nothing is missing in it, nothing of the original has changed since, and options can be told apart. */
export function wholeTranslation(original: Original, written: Written, language: string): Translation | null {
  const parts = partsFor(original, written)
  const question = upToDate(parts.question, original.question)
  const description = upToDate(parts.description, original.description)
  const options = original.options.flatMap(({ key, title, text }, at) => {
    const said = { title: upToDate(parts.options[at]?.title, title), text: upToDate(parts.options[at]?.text, text) }
    return said.title === null || said.text === null ? [] : [{ key, title: said.title, text: said.text }]
  })
  const isWhole = question !== null && description !== null && options.length === original.options.length
  return isWhole && titleTwice(options.map(({ title }) => title)) === undefined
    ? { language, question, description, options }
    : null
}

function upToDate(part: Part | undefined, original: string): string | null {
  if (original === '') return ''
  return part && part.from === original && part.to !== '' ? part.to : null
}

type Translated = Original & { translations?: Translation[] | undefined }
type Read<T> = { terms: T; language: string; original: (Original & { language: string }) | null }

/** These terms in the reader's language where there is a translation, and then also what was written first. */
export function readIn<T extends Translated>(terms: T, language: string, reading: string): Read<T> {
  const { translations, ...original } = terms
  const found = language === reading ? undefined : translations?.find((translation) => translation.language === reading)
  if (!found) return { terms: { ...terms, translations: undefined }, language, original: null }
  const options = terms.options.map((option) => ({
    ...option,
    ...found.options.find(({ key }) => key === option.key),
    // Names of places stay as they were written
    placeLanguage: language,
  }))
  const { question, description } = found
  return {
    terms: { ...terms, question, description, options, translations: undefined },
    language: reading,
    original: { language, ...originalOf(original) },
  }
}

/** Only what is translated, of something that holds more. */
export function originalOf({ question, description, options }: Original): Original {
  return { question, description, options: options.map(({ key, title, text }) => ({ key, title, text })) }
}

/** A page about a poll whose terms are fixed, as its reader sees it. */
export function inReading<P extends { language: string; terms: Translated }>(page: P, reading: string) {
  return { ...page, ...readIn(page.terms, page.language, reading) }
}

type Asked = { language: string; question: string; description: string; terms: Translated | null }

/** A poll in any stage, as its reader sees it: before its terms are fixed, as it was written. */
export function pollInReading<P extends Asked>(poll: P, reading: string) {
  type Terms = NonNullable<P['terms']>
  const read = poll.terms && readIn(poll.terms as Terms, poll.language, reading)
  const { question, description } = read?.terms ?? poll
  return {
    ...poll,
    terms: read?.terms ?? null,
    language: read?.language ?? poll.language,
    original: read?.original ?? null,
    question,
    description,
  }
}
