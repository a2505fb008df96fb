/** Words on the server: one prepared instance a language, read from the same files as the browser's. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Language, languages } from '#app/domain/languages'
import { type RoomWords, roomOf, sentencesIn, vocabulary, type Words } from './words'

const folder = resolve('app/i18n/locales')
const prepared = new Map(languages.map((language): [Language, Prepared] => [language, prepare(language)]))

type Prepared = {
  words: Words
  /** In which file of words a reason is written */
  roomOfReason: ReadonlyMap<string, string>
}

function preparedFor(language: string): Prepared {
  const found = prepared.get(language as Language) ?? prepared.get('it')
  if (!found) throw new Error('No words at all')
  return found
}

export function wordsFor(language: string): Words {
  return preparedFor(language).words
}

/** The same words, and the rooms of those that were asked for: what the browser needs to draw the page again. */
export function notedWords(language: string): { words: Words; rooms: ReadonlySet<string> } {
  const { words: all, roomOfReason } = preparedFor(language)
  const rooms = new Set<string>()
  const words: Words = (key, values) => {
    rooms.add(roomOfReason.get(key) ?? roomOf(key))
    return all(key, values)
  }
  return { words, rooms }
}

function prepare(language: Language): Prepared {
  const { add, words } = vocabulary(language)
  const roomOfReason = new Map<string, string>()
  for (const name of readdirSync(join(folder, language))) {
    const content: RoomWords = JSON.parse(readFileSync(join(folder, language, name), 'utf8'))
    add(roomOf(name), content)
    for (const [key] of sentencesIn('refusals', content.refusals)) roomOfReason.set(withoutForm(key), roomOf(name))
  }
  return { words, roomOfReason }
}

/** The name by which a sentence is asked for that depends on a number. */
function withoutForm(key: string) {
  return key.replace(/_(zero|one|two|few|many|other)$/, '')
}
