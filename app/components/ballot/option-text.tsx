import { formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'

type Option = {
  key: string
  title: string
  text: string
  cost: number | null
  place: string | null
  /** Where it is another than that of the rest */
  placeLanguage?: string
}

/** An option as its makers wrote it; yes, no and blank in the reader's language. */
export function OptionText({
  option,
  language,
  rule,
  currency,
}: {
  option: Option
  language: string
  rule: string
  currency: string
}) {
  const t = useWords()
  const reading = useLanguage()
  if (rule === 'yes-no') return <strong>{t(`polls.answer.${option.key}`)}</strong>
  return (
    <span className="option-text">
      <bdi lang={language}>
        <strong>{option.title}</strong>
      </bdi>
      {option.cost !== null && (
        <span className="meta"> {t('polls.euros', { amount: formatNumber(option.cost, reading), currency })}</span>
      )}
      {option.place && (
        <small lang={option.placeLanguage ?? language} dir="auto">
          {option.place}
        </small>
      )}
      {option.text && (
        <small lang={language} dir="auto">
          {option.text}
        </small>
      )}
    </span>
  )
}
