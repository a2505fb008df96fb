/** What somebody is typing, kept on this device until the server has it. */

const prefix = 'agora:kept:'
/** A text nobody came back for is forgotten after a month. */
const longestKept = 30 * 86_400_000

/** Which words the server had: their number, or a name for them */
export type Revision = number | string
export type Kept = {
  fields: [name: string, value: string][]
  revision: Revision
  at: number
  /** Who was signed in; nobody else sees it, but what was typed before signing in is whoever's signs in */
  whose: string
  /** Sent, when the page showed this as sent before; the next page tells whether it arrived */
  sentAfter?: string | undefined
}

/** Fields of the page, which the next page has of its own */
const notWords = ['revision', 'known', 'formKey']

export function keep(key: string, form: HTMLFormElement, { revision = 0, sentAfter }: Partial<Kept> = {}) {
  const fields = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !notWords.includes(name) ? [[name, value]] : [],
  )
  put(key, { fields, revision, at: Date.now(), whose: whose(), sentAfter })
}

export function put(key: string, kept: Kept) {
  withStore((store) => store.setItem(prefix + key, JSON.stringify(kept)))
}

export function keptFor(key: string): Kept | null {
  return withStore((store) => {
    const kept = JSON.parse(store.getItem(prefix + key) ?? 'null') as Kept | null
    if (kept && Date.now() - kept.at < longestKept) return kept.whose === '' || kept.whose === whose() ? kept : null
    store.removeItem(prefix + key)
    return null
  })
}

export function forget(key: string) {
  withStore((store) => store.removeItem(prefix + key))
}

/** On a shared computer nothing stays behind. */
export function forgetEverything() {
  withStore((store) => {
    for (const key of Object.keys(store)) if (key.startsWith(prefix)) store.removeItem(key)
  })
}

/** The page says who is signed in. */
function whose(): string {
  return document.documentElement.dataset.person ?? ''
}

/** A browser may refuse its storage, or hold rubbish in it: then nothing is kept, and nothing breaks. */
function withStore<T>(use: (store: Storage) => T): T | null {
  try {
    return use(window.localStorage)
  } catch {
    return null
  }
}
