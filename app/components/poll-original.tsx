import type { Original } from '#app/domain/polls/translations'
import type { Words } from '#app/i18n/words'
import { OriginalWords } from './translated'

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
  return (
    <OriginalWords about={t('polls.translation.is-one')} language={language}>
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
    </OriginalWords>
  )
}
