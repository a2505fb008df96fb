import { useEffect, useRef, useState } from 'react'
import { easeOf, gulpease, longSentence } from '#app/domain/answers/readability'
import { formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { TextArea } from './fields'
import { type FormResult, typed } from './form-result'

type Props = {
  name: string
  label: string
  hint?: string
  value: string
  /** Readability is measured for Italian, which the measure is made for */
  language: string
  result: FormResult
  rows: number
}

/** A text that people will read, with how easy it is beside it. Nothing is refused for it. */
export function ReadableArea({ name, label, hint, value, language, result, rows }: Props) {
  const around = useRef<HTMLDivElement>(null)
  const [text, setText] = useState(typed(result, name, value))
  useEffect(() => {
    const area = around.current?.querySelector('textarea')
    if (!area) return
    const read = () => setText(area.value)
    read()
    area.addEventListener('input', read)
    return () => area.removeEventListener('input', read)
  }, [])
  return (
    <div ref={around}>
      <TextArea name={name} label={label} hint={hint} value={value} lang={language} result={result} rows={rows} />
      {language === 'it' && <HowEasy text={text} />}
    </div>
  )
}

function HowEasy({ text }: { text: string }) {
  const t = useWords()
  const language = useLanguage()
  const measured = gulpease(text)
  if (!measured) return null
  const { index, longestSentence } = measured
  const ease = easeOf(index)
  const marks = { easy: '✓', fair: '◐', hard: '▲' }
  return (
    <p className="hint readability">
      <span className={ease === 'easy' ? 'badge done' : ease === 'fair' ? 'badge time' : 'badge'}>
        <span aria-hidden="true">{marks[ease]}</span> {t(`answers.readability.${ease}`)}
      </span>{' '}
      {t('answers.readability.index', { index: formatNumber(index, language) })}{' '}
      {longestSentence > longSentence && t('answers.readability.long-sentence', { count: longestSentence })}
    </p>
  )
}
