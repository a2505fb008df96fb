/** From keys to sentences. A key is `room.key`; reasons of every room are gathered under `refusals`. */

export type Words = (key: string, values?: Record<string, unknown>) => string
/** What a file of words holds: each file is a room, and may have reasons of its own. */
export type RoomWords = Record<string, unknown>

/**
 * One language, as far as its rooms have been added. A key that is not there is said as it is.
 *
 * `{{name}}` in a sentence stands for the value of that name; what a value says is never read as a sentence. Where `count`
 * is a number, the sentence is the form that the language has for it (Unicode CLDR's plural categories): `key_one`,
 * `key_few`; `key_other` where there is none, and `key` where it does not depend on the number.
 */
export function vocabulary(language: string) {
  const sentences = new Map<string, string>()
  // Some browsers have no rules for Albanian, which for whole numbers are those of English.
  const forms = new Intl.PluralRules([language, 'en'])

  const add = (room: string, { refusals, ...rest }: RoomWords) => {
    for (const [key, sentence] of sentencesIn(room, rest)) sentences.set(key, sentence)
    for (const [key, sentence] of sentencesIn('refusals', refusals)) sentences.set(key, sentence)
  }
  const formOf = (key: string, count: unknown) =>
    typeof count === 'number'
      ? (sentences.get(`${key}_${forms.select(count)}`) ?? sentences.get(`${key}_other`))
      : undefined
  const words: Words = (key, values) => {
    const sentence = formOf(key, values?.count) ?? sentences.get(key) ?? key
    return sentence.includes('{{') ? filled(sentence, values) : sentence
  }
  return { add, words }
}

/** Each sentence of a tree of words, with the key that leads to it from `path` on. */
export function* sentencesIn(path: string, words: unknown): Generator<[key: string, sentence: string]> {
  if (typeof words === 'string') yield [path, words]
  else for (const [name, below] of Object.entries(words ?? {})) yield* sentencesIn(`${path}.${name}`, below)
}

function filled(sentence: string, values: Record<string, unknown> = {}): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** The room of a key, or of a file of words. */
export function roomOf(name: string): string {
  const begin = name.lastIndexOf('/') + 1
  const end = name.indexOf('.', begin)
  return end < 0 ? name.slice(begin) : name.slice(begin, end)
}
