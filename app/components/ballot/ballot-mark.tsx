import { useWords } from '#app/i18n/use-words'
import type { BallotState } from './ballot-saver'

const signs: Record<BallotState['mark'], string> = {
  counted: '✓',
  'not-counted': '○',
  saving: '…',
  offline: '!',
  refused: '✕',
}

/** Counted or not yet counted: always in sight, in words and with a sign. */
export function BallotMark({ state }: { state: BallotState }) {
  const t = useWords()
  return (
    <div className={`ballot-mark ${state.mark}`} role="status" data-ballot={state.mark}>
      <p>
        <span aria-hidden="true">{signs[state.mark]}</span> <strong>{t(`polls.mark.${state.mark}`)}</strong>
        {state.reason && <> {t(state.reason)}</>}
      </p>
      {state.receipt && (
        <p className="receipt">
          {t('polls.receipt')} <code dir="ltr">{state.receipt}</code>
        </p>
      )}
    </div>
  )
}
