import { type RefObject, useEffect, useState } from 'react'
import { useWords } from '#app/i18n/use-words'
import type { BallotState } from './ballot-saver'
import { forgetBallot, keepBallot, keptBallot } from './kept-ballot'

type Props = {
  pollId: string
  form: RefObject<HTMLFormElement>
  options: readonly { id: string; key: string }[]
  state: BallotState
}

/** Asks whether this device may keep a copy of a budget's ballot, and keeps it in step with what is counted. */
export function KeepChoice({ pollId, form, options, state }: Props) {
  const t = useWords()
  const [keeps, setKeeps] = useState(false)
  useEffect(() => setKeeps(keptBallot(pollId) !== null), [pollId])
  useEffect(() => {
    if (!keeps || !form.current || state.mark !== 'counted') return
    const chosen = new Set(new FormData(form.current).getAll('choice').map(String))
    keepBallot(
      pollId,
      options.flatMap(({ id, key }) => (chosen.has(id) ? [key] : [])),
    )
  }, [keeps, pollId, form, options, state])
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={keeps}
        onChange={(event) => {
          setKeeps(event.currentTarget.checked)
          if (!event.currentTarget.checked) forgetBallot(pollId)
        }}
      />
      <span>
        {t('polls.share.keep')}
        <small>{t('polls.share.keep-hint')}</small>
      </span>
    </label>
  )
}
