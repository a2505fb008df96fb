import type { Verification } from '#app/domain/associations/verification'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { VerificationBadge } from './verification-badge'

type Change = { id: string; state: Verification; note: string | null; at: Date; by: string | null }

/** The states it went through: each with who, when and why. */
export function History({ history }: { history: Change[] }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('associations.history')}</h2>
      <ol className="history">
        {history.map(({ id, state, note, at, by }) => (
          <li key={id}>
            <VerificationBadge state={state} /> {formatDate(at, language, 'time')}
            {by && (
              <>
                {' '}
                · <bdi>{by}</bdi>
              </>
            )}
            {note && (
              <p dir="auto" className="paragraphs">
                {note}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
