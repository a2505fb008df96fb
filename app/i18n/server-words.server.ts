/** Words on the server: one prepared instance a language, read from the same files as the browser's. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Language, languages } from '#app/domain/languages'
import { roomsOf, type Words, wordsFrom } from './words'

const folder = resolve('app/i18n/locales')
const prepared = new Map(languages.map((language): [Language, Words] => [language, prepare(language)]))

export function wordsFor(language: string): Words {
  const words = prepared.get(language as Language) ?? prepared.get('it')
  if (!words) throw new Error('No words at all')
  return words
}

function prepare(language: Language): Words {
  const files = readdirSync(join(folder, language)).map((name): [string, Record<string, unknown>] => [
    name,
    JSON.parse(readFileSync(join(folder, language, name), 'utf8')),
  ])
  return wordsFrom(language, roomsOf(files))
}
