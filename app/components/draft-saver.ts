/** Saves a form to the server while somebody types, at the latest two seconds after the first unsaved key. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { forget, keep } from './kept-on-device'

export type SavingState = 'saved' | 'typing' | 'saving' | 'offline' | 'elsewhere' | 'signed-out' | 'refused'

const restAfterTyping = 700
const longestWait = 1_500
const retryAfter = 5_000

type Options = { address: string; keyOnDevice: string; revision: number }
type Saving = { state: SavingState; reason?: string | undefined; revision: number }

/**
 * Returns how the text stands (and why it was refused), the revision to submit with it, `save` to try at once, and
 * `keepMine` to save over what another window saved.
 */
export function useDraftSaver(form: RefObject<HTMLFormElement>, { address, keyOnDevice, revision }: Options) {
  const [saving, setSaving] = useState<Saving>({ state: 'saved', revision })
  const known = useRef(revision)
  const saver = useRef({ waitingSince: 0, timer: 0, sending: false, dirty: false, theirs: 0, submit: noSubmit })
  const setState = useCallback((state: SavingState, reason?: string) => {
    setSaving({ state, reason, revision: known.current })
  }, [])

  // What the page was shown anew with is what the next save builds on.
  useEffect(() => {
    known.current = revision
    setSaving((before) => ({ ...before, revision }))
  }, [revision])

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
      if (!job.dirty) forget(keyOnDevice)
      flushSync(() => setState(job.dirty ? 'typing' : 'saved'))
      if (job.dirty) job.timer = window.setTimeout(save, restAfterTyping)
    } else {
      job.dirty = true
      job.theirs = answer.theirs ?? 0
      setState(answer.state, answer.reason)
      if (answer.state === 'offline') job.timer = window.setTimeout(save, retryAfter)
    }
    const { submit } = job
    job.submit = noSubmit
    submit()
  }, [form, address, keyOnDevice, setState])

  useEffect(() => {
    const shown = form.current
    if (!shown) return
    const job = saver.current
    const typed = () => {
      const now = Date.now()
      job.dirty = true
      job.waitingSince ||= now
      keep(keyOnDevice, shown, { revision: known.current })
      setSaving((before) => (isWarning(before.state) ? before : { state: 'typing', revision: known.current }))
      window.clearTimeout(job.timer)
      const wait = Math.max(0, Math.min(restAfterTyping, job.waitingSince + longestWait - now))
      job.timer = window.setTimeout(save, wait)
    }
    const submitted = (event: SubmitEvent) => {
      window.clearTimeout(job.timer)
      if (navigator.onLine && !job.sending) {
        job.dirty = false
        return
      }
      event.preventDefault()
      event.stopPropagation()
      // A save is on its way: the form leaves after it, with the revision that it brings.
      if (job.sending) job.submit = () => shown.requestSubmit(event.submitter)
      else setState('offline')
    }
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
  }, [form, save, address, keyOnDevice, setState])

  const keepMine = useCallback(() => {
    known.current = saver.current.theirs
    return save()
  }, [save])
  return { ...saving, save, keepMine }
}

const noSubmit = () => {}

function isWarning(state: SavingState) {
  return state === 'elsewhere' || state === 'offline'
}

type Answer =
  | { revision: number; state: 'saved' }
  | {
      revision?: undefined
      theirs?: number
      reason?: string
      state: Exclude<SavingState, 'saved' | 'typing' | 'saving'>
    }

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
    if (response.status >= 500) return { state: 'offline' }
    const { reason } = (await response.json().catch(() => ({}))) as { reason?: string }
    return reason?.startsWith('refusals.') ? { state: 'refused', reason } : { state: 'refused' }
  } catch {
    return { state: 'offline' }
  }
}
