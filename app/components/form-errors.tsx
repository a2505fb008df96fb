/** What is wrong with a form, on top of it, in words that lead to each field. */
import { useWords } from '#app/i18n/use-words'
import { type FormResult, hiddenFields, isRefused, stepsOf, wrongIn } from './form-result'
import { NoAnswer, noAnswer } from './no-answer'

/** A message is a key, with its numbers after a bar. */
export function useMessage() {
  const t = useWords()
  return (message: string) => {
    const bar = message.indexOf('|')
    if (bar < 0) return t(message)
    return t(message.slice(0, bar), JSON.parse(message.slice(bar + 1)))
  }
}

/** What the fields of a form are called, by their names. */
export type Labels = Record<string, string | LineLabels> | ((name: string) => string)
/** Fields that come in lines: what a line is called, counted from 0, and each field of it. */
type LineLabels = { line: (at: number) => string; parts?: Record<string, string> }

/** `options[1].cost` is called "Option 2 · Cost". */
export function labelOf(labels: Labels, name: string): string {
  if (typeof labels === 'function') return labels(name)
  const [field = '', at, part = ''] = stepsOf(name)
  const label = labels[field] ?? ''
  if (typeof label === 'string') return label
  return at ? [label.line(Number(at)), label.parts?.[part]].filter(Boolean).join(' · ') : ''
}

/** A label that asks a question needs no colon. */
function led(label: string, said: string) {
  if (!label) return said
  return /[?؟]$/.test(label) ? `${label} ${said}` : `${label}: ${said}`
}

type ErrorsProps = { result: FormResult; labels?: Labels | undefined }

/** What is wrong with the form as a whole, on top, with links to the fields. */
export function FormErrors({ result, labels }: ErrorsProps) {
  const t = useWords()
  if (!isRefused(result)) return null
  if (result?.status === noAnswer) return <NoAnswer />
  return (
    <div className="notice refused" role="alert" tabIndex={-1}>
      <p>
        <strong>{t(keepsAll(result) ? 'errors.form' : 'errors.check')}</strong>
      </p>
      <ErrorList result={result} labels={labels} />
    </div>
  )
}

/** Not what is never sent back. */
function keepsAll(result: FormResult) {
  return !result?.fields?.some((name) => hiddenFields.includes(name))
}

/** Each wrong field by its name, with a link to it. */
export function ErrorList({ result, labels = {} }: ErrorsProps) {
  const message = useMessage()
  return (
    <ul>
      {wrongIn(result).map(([name, list]) => {
        const said = message(list?.[0] ?? '')
        return <li key={name}>{name ? <a href={`#${name}`}>{led(labelOf(labels, name), said)}</a> : said}</li>
      })}
    </ul>
  )
}
