import { useWords } from '#app/i18n/use-words'
import type { BallotState } from './ballot-saver'

const signs: Record<BallotState['mark'], string> = {
  counted: '✓',
  'not-counted': '○',
  saving: '…',
  offline: '!',
  refused: '✕',
}

/** Counted or not yet counted: always in sight, in words and with a sign; and what counts beside a choice that does not. */
export function BallotMark({ state: { mark, kept, reason } }: { state: BallotState }) {
  const t = useWords()
  return (
    <div className={`ballot-mark ${mark}`} role="status" data-ballot={mark}>
      <p>
        <span aria-hidden="true">{signs[mark]}</span> <strong>{t(`polls.mark.${mark}`)}</strong>
        {reason && <> {t(reason)}</>}
      </p>
      {(mark === 'refused' || mark === 'offline') && (
        <p>{t(kept ? 'polls.mark.earlier-counts' : 'polls.mark.none-counts')}</p>
      )}
      {kept?.receipt && (
        <p className="receipt">
          {t('polls.receipt')} <code dir="ltr">{kept.receipt}</code>
        </p>
      )}
    </div>
  )
}
