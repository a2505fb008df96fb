/** Saves a form to the server while somebody types, at the latest two seconds after the first unsaved key. */
import { useLocation, useNavigation } from '@remix-run/react'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type FormResult, isRefused } from './form-result'
import { forget, type Kept, keep, keptFor, type Revision } from './kept-on-device'
import { noAnswer } from './no-answer'

export type SavingState =
  | 'saved'
  | 'typing'
  | 'saving'
  | 'offline'
  | 'elsewhere'
  | 'signed-out'
  | 'refused'
  /** The form was sent and refused: it says why */
  | 'unsaved'
  /** All but some fields */
  | 'partly'
  /** Saved by its button alone, because everybody reads it then */
  | 'kept'

const restAfterTyping = 700
const longestWait = 1_500
const retryAfter = 5_000

type Options = {
  /** None for what is kept on the device until its button is pressed */
  address: string | null
  keyOnDevice: string
  revision: Revision
  /** Of the form, once it was sent */
  result: FormResult
  /** Words from this device that are shown and not saved yet */
  restored?: Kept | null
}
type Why = { reason?: string | undefined; errors?: FormResult }
export type Saving = Why & { state: SavingState; revision: Revision }

/**
 * Returns how the text stands (and what was refused, and why), the revision to submit with it, `save` to try at once,
 * `keepMine` to save over what another window saved, and `refusal`, which is still to be said of the form as it was sent.
 * One that got no answer is told by the mark alone, with `again` to send it as it was sent, until somebody answers.
 */
export function useDraftSaver(form: RefObject<HTMLFormElement>, options: Options) {
  const { address, keyOnDevice, revision, result, restored } = options
  const refused = isRefused(result)
  const [saving, setSaving] = useState<Saving>({ state: refused ? 'unsaved' : 'saved', revision })
  const known = useRef<Revision>(revision)
  const saver = useRef({ ...resting })
  const setState = useCallback((state: SavingState, { reason, errors }: Why = {}) => {
    setSaving({ state, reason, errors, revision: known.current })
  }, [])

  // What the page was shown anew with is what the next save builds on. A refusal alone shows nothing anew.
  const shownWith = useRef(revision)
  useEffect(() => {
    if (shownWith.current === revision) return
    shownWith.current = revision
    const isTaken = known.current !== revision && !refused && !saver.current.dirty
    known.current = revision
    if (isTaken) {
      forget(keyOnDevice)
      setState('saved')
    } else setSaving((before) => ({ ...before, revision }))
  }, [revision, refused, keyOnDevice, setState])

  // A form that leads elsewhere was taken; one that was refused still holds what nobody has.
  const leads = useLeadingElsewhere()
  useEffect(() => {
    if (leads && !saver.current.dirty) forget(keyOnDevice)
  }, [leads, keyOnDevice])
  useEffect(() => {
    if (!form.current || !isRefused(result)) return
    if (!keptFor(keyOnDevice)) keep(keyOnDevice, form.current, { revision: known.current })
    setState('unsaved')
  }, [form, keyOnDevice, result, setState])

  const save = useCallback(async () => {
    const shown = form.current
    const job = saver.current
    if (!shown || !address || job.sending || !job.dirty) return
    Object.assign(job, { sending: true, dirty: false, waitingSince: 0 })
    setSaving((before) => (before.state === 'partly' ? before : { state: 'saving', revision: known.current }))
    const answer = await send(address, job.restored ?? new FormData(shown), known.current)
    job.sending = false
    if (answer.revision !== undefined) {
      known.current = answer.revision
      if (job.dirty || answer.state === 'partly') keep(keyOnDevice, shown, { revision: known.current })
      else forget(keyOnDevice)
      flushSync(() => setState(job.dirty ? 'typing' : answer.state, answer))
      if (job.dirty) job.timer = window.setTimeout(save, restAfterTyping)
    } else {
      job.dirty = true
      job.theirs = answer.theirs ?? 0
      setState(answer.state, answer)
      if (answer.state === 'offline') job.timer = window.setTimeout(save, retryAfter)
    }
    const { submit } = job
    job.submit = noSubmit
    submit()
  }, [form, address, keyOnDevice, setState])

  // What was sent and got no answer is tried again by itself.
  useEffect(() => {
    if (result?.status !== noAnswer || !address) return
    const job = saver.current
    job.dirty = true
    setState('offline')
    job.timer = window.setTimeout(save, retryAfter)
  }, [result, address, save, setState])

  useEffect(() => {
    const shown = form.current
    if (!shown) return
    const job = saver.current
    const typed = () => {
      const now = Date.now()
      Object.assign(job, { dirty: true, restored: null })
      job.waitingSince ||= now
      keep(keyOnDevice, shown, { revision: known.current })
      const state = address ? 'typing' : 'kept'
      setSaving((before) => (isWarning(before.state) ? before : { state, revision: known.current }))
      window.clearTimeout(job.timer)
      const wait = Math.max(0, Math.min(restAfterTyping, job.waitingSince + longestWait - now))
      job.timer = window.setTimeout(save, wait)
    }
    const submitted = (event: SubmitEvent) => {
      window.clearTimeout(job.timer)
      job.pressed = event.submitter
      if ((navigator.onLine || !address) && !job.sending) {
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
      if (job.dirty && address) void send(address, job.restored ?? new FormData(shown), known.current)
    }
  }, [form, save, address, keyOnDevice, setState])

  // Words that came back from the device go to the server without another key, as they were kept.
  useEffect(() => {
    if (!restored) return
    Object.assign(saver.current, { dirty: true, restored: restored.fields })
    setState(address ? 'saving' : 'kept')
    void save()
  }, [restored, address, save, setState])

  const keepMine = useCallback(() => {
    saver.current.dirty = true
    known.current = saver.current.theirs
    return save()
  }, [save])
  const again = useCallback(() => {
    const { pressed } = saver.current
    form.current?.requestSubmit(pressed?.isConnected ? pressed : null)
  }, [form])
  const isUnanswered = result?.status === noAnswer && unanswered.includes(saving.state)
  // What was refused and is saved since is no error any more
  const refusal = saving.state === 'saved' || result?.status === noAnswer ? null : result
  return { ...saving, refusal, save, keepMine, again: isUnanswered ? again : null }
}

/** However one types and saving is tried since */
const unanswered: SavingState[] = ['offline', 'unsaved', 'saving', 'typing', 'kept']

const noSubmit = () => {}
const resting = {
  waitingSince: 0,
  timer: 0,
  sending: false,
  dirty: false,
  theirs: 0,
  submit: noSubmit,
  pressed: null as HTMLElement | null,
  restored: null as Kept['fields'] | null,
}

function isWarning(state: SavingState) {
  return state === 'elsewhere' || state === 'offline' || state === 'partly'
}

function useLeadingElsewhere() {
  const { pathname } = useLocation()
  const { state, formMethod, location } = useNavigation()
  return state === 'loading' && formMethod !== undefined && location.pathname !== pathname
}

type Answer = Why & { theirs?: number } & (
    | { revision: number; state: 'saved' | 'partly' }
    | { revision?: undefined; state: Exclude<SavingState, 'saved' | 'partly'> }
  )

type Words = Iterable<[name: string, value: FormDataEntryValue]>

async function send(address: string, words: Words, revision: Revision): Promise<Answer> {
  const body = new URLSearchParams()
  for (const [name, value] of words) if (typeof value === 'string') body.append(name, value)
  body.set('revision', String(revision))
  try {
    const response = await fetch(address, { method: 'POST', body, headers: { Accept: 'application/json' } })
    if (response.ok) {
      const { revision, error } = (await response.json()) as { revision: number } & NonNullable<FormResult>
      return error ? { revision, state: 'partly', errors: { error } } : { revision, state: 'saved' }
    }
    if (response.status === 401) return { state: 'signed-out' }
    if (response.status === 409) {
      return { state: 'elsewhere', theirs: ((await response.json()) as { revision: number }).revision }
    }
    if (response.status >= 500) return { state: 'offline' }
    const { reason, error } = (await response.json().catch(() => ({}))) as { reason?: string } & NonNullable<FormResult>
    return reason?.startsWith('refusals.') ? { state: 'refused', reason } : { state: 'refused', errors: { error } }
  } catch {
    return { state: 'offline' }
  }
}
