/** Saves a ballot as one chooses, and says at every moment whether it is counted. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

export type BallotState = {
  mark: 'counted' | 'not-counted' | 'saving' | 'offline' | 'refused'
  /** The vote that is counted, whatever became of the last choice */
  kept: { receipt: string | null } | null
  reason: string | null
}

type Answer =
  | { is: 'taken'; counted: boolean; receipt: string | null; version: string }
  | { is: 'refused'; reason: string }
  | { is: 'offline' }

const pause = 200
const again = 3_000
const changedElsewhere = 'refusals.poll.ballot-changed'

export function useBallotSaver(
  form: RefObject<HTMLFormElement>,
  address: string,
  {
    before,
    version,
    refused,
    left,
  }: { before: BallotState['kept']; version: string; refused: boolean; left: () => void },
) {
  const [state, setState] = useState<BallotState>({
    mark: refused ? 'refused' : before ? 'counted' : 'not-counted',
    kept: before,
    reason: null,
  })
  const job = useRef({
    paper: null as HTMLFormElement | null,
    /** Which vote the page knows of; its field says only which one it began with */
    known: version,
    timer: 0,
    dirty: false,
    sending: false,
    left: false,
    /** What may have arrived or not: sent again as it was before anything newer */
    unanswered: null as URLSearchParams | null,
  })

  const save = useCallback(async () => {
    const work = job.current
    if (!work.paper || work.sending) return
    work.sending = true
    if (!work.unanswered) work.dirty = false
    const body = work.unanswered ?? bodyOf(work.paper, work.known)
    const answer = await send(address, body)
    work.sending = false
    work.unanswered = answer.is === 'offline' ? body : null
    if (answer.is === 'offline') {
      work.timer = window.setTimeout(save, again)
      return setState(({ kept }) => ({ mark: 'offline', kept, reason: null }))
    }
    if (answer.is === 'taken') work.known = answer.version
    else if (answer.reason === changedElsewhere && !work.left) {
      // The page comes anew, with the vote that is counted and the reason
      work.dirty = false
      knownField(work.paper).value = work.known
      return work.paper.submit()
    }
    if (answer.is === 'refused') setState(({ kept }) => ({ mark: 'refused', kept, reason: answer.reason }))
    else {
      const { counted, receipt } = answer
      const mark = work.dirty ? 'saving' : counted ? 'counted' : 'not-counted'
      setState({ mark, kept: counted ? { receipt } : null, reason: null })
    }
    if (work.dirty) return void save()
    if (work.left) left()
  }, [address, left])

  const changed = useCallback(() => {
    const work = job.current
    work.dirty = true
    setState((known) => ({ ...known, mark: 'saving' }))
    window.clearTimeout(work.timer)
    // After the page has taken the change in
    work.timer = window.setTimeout(save, pause)
  }, [save])

  /** Sends at once what waits: whoever leaves takes nothing away. */
  const leave = useCallback(() => {
    const work = job.current
    work.left = true
    if (!work.paper || !work.dirty) return
    window.clearTimeout(work.timer)
    if (!work.sending && !work.unanswered) return void save()
    work.dirty = false
    const body = bodyOf(work.paper, work.known)
    // It follows on what this same page has just sent
    body.delete('known')
    void send(address, body).then(left)
  }, [address, save, left])

  useEffect(() => {
    const work = job.current
    work.paper = form.current
    work.left = false
    const warn = (event: BeforeUnloadEvent) => {
      if (work.unanswered) event.preventDefault()
    }
    const shown = ({ persisted }: PageTransitionEvent) => {
      if (persisted) window.location.reload()
    }
    window.addEventListener('beforeunload', warn)
    window.addEventListener('pagehide', leave)
    window.addEventListener('pageshow', shown)
    return () => {
      window.removeEventListener('beforeunload', warn)
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('pageshow', shown)
      leave()
    }
  }, [form, leave])

  return { state, changed, leave }
}

function knownField(paper: HTMLFormElement) {
  return paper.elements.namedItem('known') as HTMLInputElement
}

function bodyOf(paper: HTMLFormElement, known: string) {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(paper)) if (typeof value === 'string') body.append(name, value)
  body.set('known', known)
  return body
}

async function send(address: string, body: URLSearchParams): Promise<Answer> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      body,
      headers: { Accept: 'application/json' },
      keepalive: true,
    })
    if (response.status >= 500) return { is: 'offline' }
    const answer = await response.json()
    return response.ok ? { is: 'taken', ...answer } : { is: 'refused', reason: answer.reason ?? 'errors.form' }
  } catch {
    return { is: 'offline' }
  }
}
