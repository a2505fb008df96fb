/** Words in the browser: first the rooms that the page was drawn with, the others when they are needed. */
import { type RoomWords, roomOf, vocabulary, type Words } from './words'

const files = import.meta.glob<RoomWords>('./locales/*/*.json', { import: 'default' })

export type BrowserWords = ReturnType<typeof browserWords>

export function browserWords(language: string) {
  const { add, words } = vocabulary(language)
  const missing = new Map(
    Object.entries(files)
      .filter(([path]) => path.includes(`/${language}/`))
      .map(([path, load]) => [roomOf(path), load]),
  )
  const loading = new Map<string, Promise<void>>()
  const listeners = new Set<() => void>()
  let rest: Promise<void> | null = null
  let lost = false
  let current = speaking()

  /** The same words under a new name, so that what has been drawn is drawn again. */
  function speaking(): Words {
    return (key, values) => {
      const room = roomOf(key)
      if (missing.has(room)) return later([room])
      const sentence = words(key, values)
      return room === 'refusals' && sentence === key && missing.size > 0 ? later(missing.keys()) : sentence
    }
  }

  /** Not there yet: silence, until it is. */
  function later(rooms: Iterable<string>) {
    void load(rooms).catch(() => {})
    return ''
  }

  async function load(rooms: Iterable<string>) {
    await Promise.all([...rooms].map((room) => loading.get(room) ?? begin(room)))
  }

  function begin(room: string) {
    const fetched = missing
      .get(room)?.()
      .then(
        (content) => {
          add(room, content)
          missing.delete(room)
          current = speaking()
          for (const listener of listeners) listener()
        },
        (error) => {
          loading.delete(room)
          throw error
        },
      )
    if (fetched) loading.set(room, fetched)
    return fetched
  }

  return {
    load,
    current: () => current,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** What is to be waited for until every room is there; null when nothing is, or when a room did not come. */
    rest: () => {
      if (missing.size === 0 || lost) return null
      rest ??= load(missing.keys()).catch(() => {
        lost = true
      })
      return rest
    },
    lost: () => lost,
  }
}
