/** From keys to sentences. A key is `room.key`; reasons of every room are gathered under `refusals`. */
import { createInstance } from 'i18next'

export type Words = (key: string, values?: Record<string, unknown>) => string
/** What a file of words holds: each file is a room, and may have reasons of its own. */
export type RoomWords = Record<string, unknown>

/** One language, as far as its rooms have been added. A key that is not there is said as it is. */
export function vocabulary(language: string) {
  const instance = createInstance({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: {} } },
    interpolation: { escapeValue: false },
    initAsync: false,
    showSupportNotice: false,
  } as Parameters<typeof createInstance>[0])
  instance.init()
  const known = new Map<string, string>()

  const add = (room: string, { refusals = {}, ...rest }: RoomWords) => {
    instance.addResourceBundle(language, 'translation', { [room]: rest, refusals }, true)
    known.clear()
  }
  const words: Words = (key, values) => {
    // Most keys take no values, or a small number: their sentences are made once.
    const short = shortOf(key, values)
    const sentence = (short && known.get(short)) ?? (instance.t(key, values) as string)
    if (short && known.size < 10_000) known.set(short, sentence)
    return sentence
  }
  return { add, words }
}

/** The room of a key, or of a file of words. */
export const roomOf = (name: string) => name.replace(/^.*\//, '').split('.', 1)[0] ?? ''

/** What tells a sentence from every other, if that is short. */
function shortOf(key: string, values: Record<string, unknown> | undefined): string | undefined {
  if (!values) return key
  for (const name in values) if (name !== 'count') return undefined
  return typeof values.count === 'number' && values.count < 100 ? `${key} ${values.count}` : undefined
}
