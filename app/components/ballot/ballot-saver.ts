/** Saves a ballot as one chooses, and says at every moment whether it is counted. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

export type BallotState = {
  mark: 'counted' | 'not-counted' | 'saving' | 'offline' | 'refused'
  receipt: string | null
  reason: string | null
}

const pause = 200
const again = 3_000

export function useBallotSaver(
  form: RefObject<HTMLFormElement>,
  address: string,
  before: { receipt: string | null } | null,
) {
  const [state, setState] = useState<BallotState>({
    mark: before ? 'counted' : 'not-counted',
    receipt: before?.receipt ?? null,
    reason: null,
  })
  const job = useRef({ timer: 0, sending: false, dirty: false })

  const save = useCallback(async () => {
    const work = job.current
    if (!form.current || work.sending) return
    work.sending = true
    work.dirty = false
    const answer = await send(address, form.current)
    work.sending = false
    if (answer.mark === 'offline') {
      work.dirty = true
      work.timer = window.setTimeout(save, again)
    } else if (work.dirty) return void save()
    setState(answer)
  }, [form, address])

  const changed = useCallback(() => {
    const work = job.current
    work.dirty = true
    setState((known) => ({ ...known, mark: 'saving' }))
    window.clearTimeout(work.timer)
    // After the page has taken the change in
    work.timer = window.setTimeout(save, pause)
  }, [save])

  useEffect(() => {
    const work = job.current
    const leaving = (event: BeforeUnloadEvent) => {
      if (work.dirty || work.sending) event.preventDefault()
    }
    window.addEventListener('beforeunload', leaving)
    return () => {
      window.removeEventListener('beforeunload', leaving)
      window.clearTimeout(work.timer)
      if (work.dirty && form.current) void send(address, form.current)
    }
  }, [form, address])

  return { state, changed }
}

async function send(address: string, form: HTMLFormElement): Promise<BallotState> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  try {
    const response = await fetch(address, {
      method: 'POST',
      body,
      headers: { Accept: 'application/json' },
      keepalive: true,
    })
    if (response.status >= 500) return { mark: 'offline', receipt: null, reason: null }
    const answer = (await response.json()) as { counted?: boolean; receipt?: string | null; reason?: string }
    if (!response.ok) return { mark: 'refused', receipt: null, reason: answer.reason ?? 'errors.form' }
    return { mark: answer.counted ? 'counted' : 'not-counted', receipt: answer.receipt ?? null, reason: null }
  } catch {
    return { mark: 'offline', receipt: null, reason: null }
  }
}
