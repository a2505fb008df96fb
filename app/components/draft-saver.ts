/** Saves a form to the server while somebody types, at the latest two seconds after the first unsaved key. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { forget, keep } from './kept-on-device'

export type SavingState = 'saved' | 'typing' | 'saving' | 'offline' | 'elsewhere' | 'signed-out' | 'refused'

const restAfterTyping = 700
const longestWait = 1_500
const retryAfter = 5_000

type Options = { address: string; keyOnDevice: string; revision: number }

/** Returns how the text stands, `save` to try at once, and `keepMine` to save over what another window saved. */
export function useDraftSaver(form: RefObject<HTMLFormElement>, { address, keyOnDevice, revision }: Options) {
  const [state, setState] = useState<SavingState>('saved')
  const known = useRef(revision)
  const saver = useRef({ waitingSince: 0, timer: 0, sending: false, dirty: false, theirs: 0 })

  const save = useCallback(async () => {
    const shown = form.current
    const job = saver.current
    if (!shown || job.sending || !job.dirty) return
    Object.assign(job, { sending: true, dirty: false, waitingSince: 0 })
    setState('saving')
    const answer = await send(address, shown, known.current)
    job.sending = false
    if (answer.revision !== undefined) {
      known.current = answer.revision
      setRevision(shown, answer.revision)
      if (!job.dirty) forget(keyOnDevice)
      setState(job.dirty ? 'typing' : 'saved')
      if (job.dirty) job.timer = window.setTimeout(save, restAfterTyping)
      return
    }
    job.dirty = true
    job.theirs = answer.theirs ?? 0
    setState(answer.state)
    if (answer.state === 'offline') job.timer = window.setTimeout(save, retryAfter)
  }, [form, address, keyOnDevice])

  useEffect(() => {
    const shown = form.current
    if (!shown) return
    const job = saver.current
    const typed = () => {
      const now = Date.now()
      job.dirty = true
      job.waitingSince ||= now
      keep(keyOnDevice, shown, known.current)
      setState((before) => (before === 'elsewhere' || before === 'offline' ? before : 'typing'))
      window.clearTimeout(job.timer)
      const wait = Math.max(0, Math.min(restAfterTyping, job.waitingSince + longestWait - now))
      job.timer = window.setTimeout(save, wait)
    }
    const submitted = () => window.clearTimeout(job.timer)
    shown.addEventListener('input', typed)
    shown.addEventListener('submit', submitted)
    window.addEventListener('online', save)
    return () => {
      shown.removeEventListener('input', typed)
      shown.removeEventListener('submit', submitted)
      window.removeEventListener('online', save)
      window.clearTimeout(job.timer)
      // Leaving the step, what was typed last goes too.
      if (job.dirty) void send(address, shown, known.current)
    }
  }, [form, save, address, keyOnDevice])

  const keepMine = useCallback(() => {
    known.current = saver.current.theirs
    return save()
  }, [save])
  return { state, save, keepMine }
}

type Answer =
  | { revision: number; state: 'saved' }
  | { revision?: undefined; theirs?: number; state: Exclude<SavingState, 'saved' | 'typing' | 'saving'> }

async function send(address: string, form: HTMLFormElement, revision: number): Promise<Answer> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  body.set('revision', String(revision))
  try {
    const response = await fetch(address, { method: 'POST', body, headers: { Accept: 'application/json' } })
    if (response.ok) return { revision: ((await response.json()) as { revision: number }).revision, state: 'saved' }
    if (response.status === 401) return { state: 'signed-out' }
    if (response.status === 409) {
      return { state: 'elsewhere', theirs: ((await response.json()) as { revision: number }).revision }
    }
    return { state: response.status >= 500 ? 'offline' : 'refused' }
  } catch {
    return { state: 'offline' }
  }
}

function setRevision(form: HTMLFormElement, revision: number) {
  const field = form.elements.namedItem('revision')
  if (field instanceof HTMLInputElement) field.value = String(revision)
}
