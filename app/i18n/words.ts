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
  const known = new Map<string, string>()
  return (key, values) => {
    // Most keys take no values, or a small number: their sentences are made once.
    const short = shortOf(key, values)
    const sentence = (short && known.get(short)) ?? (instance.t(key, values) as string)
    if (short && known.size < 10_000) known.set(short, sentence)
    return sentence
  }
}

/** What tells a sentence from every other, if that is short. */
function shortOf(key: string, values: Record<string, unknown> | undefined): string | undefined {
  if (!values) return key
  for (const name in values) if (name !== 'count') return undefined
  return typeof values.count === 'number' && values.count < 100 ? `${key} ${values.count}` : undefined
}
