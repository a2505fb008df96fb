import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'

type Told = {
  words: string
  language: string
  reason: string
  note: string
  at: Date | string
  appealText: string | null
  appealedAt: Date | string | null
  appealOutcome: string | null
  appealNote: string | null
  appealDecidedAt: Date | string | null
}

/** What was hidden, why, what its author answered, and what came of it. */
export function HidingStory({ hiding }: { hiding: Told }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <>
      <blockquote className="said" lang={hiding.language} dir="auto">
        {hiding.words}
      </blockquote>
      <p>
        {formatDate(hiding.at, language, 'time')}: <strong>{t(`moderation.reason.${hiding.reason}`)}</strong>
      </p>
      <p dir="auto">{hiding.note}</p>
      {hiding.appealedAt && (
        <section>
          <h2>{t('moderation.appeal')}</h2>
          <p className="meta">{formatDate(hiding.appealedAt, language, 'time')}</p>
          <p dir="auto">{hiding.appealText}</p>
        </section>
      )}
      {hiding.appealDecidedAt ? (
        <p className="notice">
          <strong>{t(`moderation.outcome.${hiding.appealOutcome}`)}</strong> <bdi>{hiding.appealNote}</bdi>
        </p>
      ) : (
        hiding.appealedAt && <p className="notice">{t('moderation.appeal-waits')}</p>
      )}
    </>
  )
}
