/** Words on the server: one prepared instance a language, read from the same files as the browser's. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Language, languages } from '#app/domain/languages'
import { roomOf, vocabulary, type Words } from './words'

const folder = resolve('app/i18n/locales')
const prepared = new Map(languages.map((language): [Language, Words] => [language, prepare(language)]))

export function wordsFor(language: string): Words {
  const words = prepared.get(language as Language) ?? prepared.get('it')
  if (!words) throw new Error('No words at all')
  return words
}

/** The same words, and the rooms of those that were asked for: what the browser needs to draw the page again. */
export function notedWords(language: string): { words: Words; rooms: ReadonlySet<string> } {
  const all = wordsFor(language)
  const rooms = new Set<string>()
  const words: Words = (key, values) => {
    rooms.add(roomOf(key))
    return all(key, values)
  }
  return { words, rooms }
}

function prepare(language: Language): Words {
  const { add, words } = vocabulary(language)
  for (const name of readdirSync(join(folder, language)))
    add(roomOf(name), JSON.parse(readFileSync(join(folder, language, name), 'utf8')))
  return words
}
