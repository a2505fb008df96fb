import { Link } from '#app/components/link'
import type { ShownAnswer, ShownVerdict } from '#app/domain/answers/shown'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'

/** Whether the authors say that it answers, of each version, and what they can still do. */
export function AnswerVerdict({ answer, proposalLanguage }: { answer: ShownAnswer; proposalLanguage: string }) {
  const t = useWords()
  const { verdicts, can, id, version } = answer
  return (
    <>
      {verdicts.map((verdict) => (
        <Said key={verdict.version} verdict={verdict} versioned={version > 1} spoken={proposalLanguage} />
      ))}
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

/** Where there are several versions, of which one it was said; in the language that the authors write. */
function Said({ verdict, versioned, spoken }: { verdict: ShownVerdict; versioned: boolean; spoken: string }) {
  const t = useWords()
  const language = useLanguage()
  const { who, associationName, at, version, satisfaction, reason } = verdict
  return (
    <p className="verdict">
      <bdi>{who}</bdi>{' '}
      {associationName && (
        <>
          {t('discussion.for-association')} <bdi>{associationName}</bdi>{' '}
        </>
      )}
      · {formatDate(at, language, 'short')} · {versioned && `${t('answers.on-version', { number: version })} · `}
      <strong>{t(`answers.satisfaction.${satisfaction}`)}</strong>
      {reason && (
        <>
          {' '}
          <q lang={spoken} dir="auto">
            {reason}
          </q>
        </>
      )}
    </p>
  )
}
