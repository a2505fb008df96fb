import { isLanguage } from '#app/domain/languages'
import type { Original } from '#app/domain/polls/translations'
import { ownNames } from '#app/i18n/languages'
import type { Words } from '#app/i18n/words'

type Props = {
  /** Nothing where the page shows it anyway */
  original: (Original & { language: string }) | null
  rule: string
  t: Words
}

/** That a poll is shown in translation, and the words that count. */
export function PollOriginal({ original, rule, t }: Props) {
  if (original === null) return null
  const { language, question, description, options } = original
  const name = isLanguage(language) ? ownNames[language] : language
  return (
    <div className="hint poll-original">
      <p>
        {t('polls.translation.is-one')} <bdi lang={language}>{name}</bdi>
      </p>
      <details>
        <summary>{t('polls.translation.read-original')}</summary>
        <div lang={language} dir="auto">
          <p>
            <strong>{question}</strong>
          </p>
          {description && <p>{description}</p>}
          {rule !== 'yes-no' && (
            <ol>
              {options.map(({ key, title, text }) => (
                <li key={key}>
                  {title}
                  {text && <small className="below">{text}</small>}
                </li>
              ))}
            </ol>
          )}
        </div>
      </details>
    </div>
  )
}
