/** The few things that both pages do with what the server has drawn: find it, show one part, say something. */

export function piece<T extends HTMLElement>(selector: string): T {
  const found = document.querySelector<T>(selector)
  if (!found) throw new Error(`The page has no ${selector}`)
  return found
}

/** Shows one state of the page and hides the others; the heading of a new one is read out, but for the first. */
export function show(state: string) {
  const body = piece('main')
  const before = body.dataset.state
  if (before === state) return
  body.dataset.state = state
  for (const part of document.querySelectorAll<HTMLElement>('[data-when]'))
    part.hidden = !part.dataset.when?.split(' ').includes(state)
  if (before !== 'starting') document.querySelector<HTMLElement>(`[data-when~="${state}"] [tabindex="-1"]`)?.focus()
}

export function say(message: string | null) {
  const place = piece('#trouble')
  place.textContent = message ?? ''
  place.hidden = message === null
}

/** What the server answered: data, or the sentence with which it refused. */
export async function ask<T>(path: string, fields?: Record<string, string>): Promise<T> {
  const answer = await fetch(path, {
    headers: { Accept: 'application/json' },
    cache: 'no-store',
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
  }).catch(() => null)
  if (!answer) throw new Refused(piece('main').dataset.offline ?? '')
  const data = (await answer.json().catch(() => null)) as (T & { refused?: string }) | null
  if (!answer.ok || data === null) throw new Refused(data?.refused ?? piece('main').dataset.broken ?? '')
  return data
}

/** Carries a sentence for the reader, and where to mend it. */
export class Refused extends Error {
  readonly at: string | undefined
  constructor(message?: string, at?: string) {
    super(message)
    this.at = at
  }
}

/** A link that saves a text as a file. */
export function offerFile(link: HTMLAnchorElement, name: string, content: string) {
  link.href = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }))
  link.download = name
}

/** Lets the browser draw what has just changed before a long computation. */
export function drawn(): Promise<void> {
  return new Promise((next) => requestAnimationFrame(() => setTimeout(next)))
}
