/** From keys to sentences. A key is `room.key`; reasons of every room are gathered under `refusals`. */
import { createInstance } from 'i18next'

export type Words = (key: string, values?: Record<string, unknown>) => string
type Tree = Record<string, unknown>

/** File contents by name, as one tree: each file is a room. */
export function roomsOf(files: [path: string, content: Tree][]): Tree {
  const tree: Tree = {}
  const refusals: Tree = {}
  for (const [path, content] of files) {
    const { refusals: reasons, ...rest } = content
    tree[path.replace(/^.*\//, '').replace(/\.json$/, '')] = rest
    Object.assign(refusals, reasons)
  }
  return { ...tree, refusals }
}

export function wordsFrom(language: string, tree: Tree): Words {
  const instance = createInstance({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: tree } },
    interpolation: { escapeValue: false },
    initAsync: false,
    showSupportNotice: false,
  } as Parameters<typeof createInstance>[0])
  instance.init()
  const plain = new Map<string, string>()
  return (key, values) => {
    if (values) return instance.t(key, values) as string
    // Most keys take no values: their sentences are looked up once.
    const known = plain.get(key) ?? (instance.t(key) as string)
    if (plain.size < 5000) plain.set(key, known)
    return known
  }
}
