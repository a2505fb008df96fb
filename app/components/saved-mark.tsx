import { useWords } from '#app/i18n/use-words'
import type { SavingState } from './draft-saver'

const marks: Record<SavingState, string> = {
  saved: '✓',
  typing: '…',
  saving: '…',
  offline: '!',
  elsewhere: '!',
  'signed-out': '!',
  refused: '!',
}

/** Always in sight: whether what was typed is safe, and where. */
export function SavedMark({
  state,
  reason,
  onRetry,
  onKeep,
}: {
  state: SavingState
  /** Why a rule said no, when it did */
  reason?: string | undefined
  onRetry: () => void
  onKeep?: () => void
}) {
  const t = useWords()
  const calm = state === 'saved' || state === 'typing' || state === 'saving'
  return (
    <p className={calm ? 'saved-mark' : 'saved-mark notice time'} role="status" data-saving={state}>
      <span aria-hidden="true">{marks[state]}</span>{' '}
      {reason ? `${t(reason)} ${t('proposals.saving.safe-here')}` : t(`proposals.saving.${state}`)}{' '}
      {state === 'elsewhere' && (
        <>
          <a href="?again" target="_blank" rel="noreferrer">
            {t('proposals.saving.see-other')}
          </a>{' '}
          {onKeep && (
            <button type="button" className="quiet-button" onClick={onKeep}>
              {t('proposals.saving.keep-mine')}
            </button>
          )}
        </>
      )}
      {!calm && state !== 'elsewhere' && (
        <button type="button" className="quiet-button" onClick={onRetry}>
          {t('proposals.saving.retry')}
        </button>
      )}
    </p>
  )
}
