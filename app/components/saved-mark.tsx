import { useWords } from '#app/i18n/use-words'
import type { Saving, SavingState } from './draft-saver'
import { ErrorList, type Labels } from './form-errors'
import { isRefused } from './form-result'

const marks: Record<SavingState, string> = {
  saved: '✓',
  typing: '…',
  saving: '…',
  offline: '!',
  elsewhere: '!',
  'signed-out': '!',
  refused: '!',
  unsaved: '!',
  partly: '!',
  kept: '…',
}
const calm: SavingState[] = ['saved', 'typing', 'saving', 'kept']
/** What another try may mend */
const passing: SavingState[] = ['offline', 'signed-out', 'refused']

type Props = {
  saver: Saving & { save: () => void; keepMine: () => void; again: (() => void) | null }
  /** Of the fields that may be wrong */
  labels: Labels
}

/** Always in sight: whether what was typed is safe, and where. */
export function SavedMark({ saver: { state, reason, errors, save, keepMine, again }, labels }: Props) {
  const t = useWords()
  if (again)
    return (
      <div className="saved-mark notice time" role="alert" data-saving={state}>
        <p>
          <span aria-hidden="true">!</span> {t('errors.no-answer')}{' '}
          <button type="button" className="quiet-button" onClick={again}>
            {t('errors.again')}
          </button>
        </p>
      </div>
    )
  return (
    <div className={calm.includes(state) ? 'saved-mark' : 'saved-mark notice time'} role="status" data-saving={state}>
      <p>
        <span aria-hidden="true">{marks[state]}</span>{' '}
        {reason ? `${t(reason)} ${t('proposals.saving.safe-here')}` : t(`proposals.saving.${state}`)}{' '}
        {state === 'elsewhere' && (
          <>
            <a href="?again" target="_blank" rel="noreferrer">
              {t('proposals.saving.see-other')}
            </a>{' '}
            <button type="button" className="quiet-button" onClick={keepMine}>
              {t('proposals.saving.keep-mine')}
            </button>
          </>
        )}
        {passing.includes(state) && (
          <button type="button" className="quiet-button" onClick={save}>
            {t('proposals.saving.retry')}
          </button>
        )}
      </p>
      {isRefused(errors) && <ErrorList result={errors} labels={labels} />}
    </div>
  )
}
