import { Link } from '#app/components/link'
import type { ShownAnswer } from '#app/domain/answers/shown'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'

/** Whether the authors say that it answers, and what they can still do. */
export function AnswerVerdict({ answer }: { answer: ShownAnswer }) {
  const t = useWords()
  const language = useLanguage()
  const { verdict, can, id } = answer
  return (
    <>
      {verdict && (
        <p className="verdict">
          <bdi>{verdict.who}</bdi> · {formatDate(verdict.at, language, 'short')} ·{' '}
          <strong>{t(`answers.satisfaction.${verdict.satisfaction}`)}</strong>
          {verdict.reason && (
            <>
              {' '}
              <q dir="auto">{verdict.reason}</q>
            </>
          )}
        </p>
      )}
      {can.judge === true && (
        <div className="notice">
          <p>
            <strong>{t('answers.does-it-answer')}</strong>
          </p>
          <p className="actions">
            <Link className="button" to={`/answers/${id}/verdict`}>
              {t('answers.say-verdict')}
            </Link>
          </p>
        </div>
      )}
      {can.askReview === true && (
        <p className="actions">
          <Link className="quiet-button" to={`/answers/${id}/review`}>
            {t('answers.ask-review')}
          </Link>
        </p>
      )}
    </>
  )
}
