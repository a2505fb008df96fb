/** Form fields with their label, hint and errors joined for everybody, screen readers included. */
import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words'
import { NoAnswer, noAnswer } from './no-answer'

/** What a form's action answered: errors by field name, and what was typed. */
export type FormResult =
  | {
      status?: string
      initialValue?: Record<string, unknown> | null
      /** Names of the fields that were sent, also of those left empty */
      fields?: string[]
      error?: Record<string, string[] | null> | null
    }
  | null
  | undefined

/** A message is a key, with its numbers after a bar. */
export function useMessage() {
  const t = useWords()
  return (message: string) => {
    const bar = message.indexOf('|')
    if (bar < 0) return t(message)
    return t(message.slice(0, bar), JSON.parse(message.slice(bar + 1)))
  }
}

export function errorsOf(result: FormResult, name: string): string[] {
  return result?.error?.[name] ?? []
}

/** What was typed, even nothing; before anything was sent, what is known. */
export function typed(result: FormResult, name: string, otherwise: string | null | undefined = ''): string {
  if (!result?.initialValue) return otherwise ?? ''
  const value = valueAt(result.initialValue, name)
  if (typeof value === 'string') return value
  const emptied = /^\w+$/.test(name) || result.fields?.includes(name)
  return emptied ? '' : (otherwise ?? '')
}

/** What stands under a name such as `points[0].reasons`. */
function valueAt(values: Record<string, unknown>, name: string): unknown {
  return stepsOf(name).reduce<unknown>(
    (value, step) => (value as Record<string, unknown> | null | undefined)?.[step],
    values,
  )
}

function stepsOf(name: string): string[] {
  return name.match(/[^.[\]]+/g) ?? []
}

/** Whether this box was ticked, of one or of many with the same name. */
export function ticked(result: FormResult, name: string, value: string, otherwise: boolean): boolean {
  if (!result?.initialValue) return otherwise
  const sent = result.initialValue[name]
  return Array.isArray(sent) ? sent.includes(value) : sent === value
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
        <strong>{t('errors.form')}</strong>
      </p>
      <ErrorList result={result} labels={labels} />
    </div>
  )
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

function wrongIn(result: FormResult) {
  return Object.entries(result?.error ?? {}).filter(([, list]) => list?.length)
}

export function isRefused(result: FormResult) {
  return wrongIn(result).length > 0
}

/** Whether any of these fields is wrong, or was sent filled in; `districts` stands for all its lines. */
export function isTouched(result: FormResult, names: string[]) {
  const isUnder = (at: string) =>
    names.some((name) => at === name || (/^[[.]/.test(at.slice(name.length)) && at.startsWith(name)))
  return (
    wrongIn(result).some(([at]) => isUnder(at)) || wordsSent(result).some(([at, value]) => isUnder(at) && value !== '')
  )
}

/** What a refused form was sent with, field by field. */
export function wordsSent(result: FormResult): [name: string, value: string][] {
  return (result?.initialValue && result.fields?.map((name): [string, string] => [name, typed(result, name)])) || []
}

type FieldProps = {
  name: string
  label: string
  hint?: ReactNode
  result?: FormResult
  children: (wiring: Wiring) => ReactNode
}
type Wiring = { id: string; name: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

/** Any control with its label around it. */
export function Field({ name, label, hint, result, children }: FieldProps) {
  const message = useMessage()
  const errors = errorsOf(result, name)
  const described = [hint && `${name}-hint`, errors.length > 0 && `${name}-error`].filter(Boolean).join(' ')
  return (
    <div className={errors.length > 0 ? 'field wrong' : 'field'}>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {errors.length > 0 && (
        <p className="error" id={`${name}-error`}>
          {errors.map(message).join(' ')}
        </p>
      )}
      {children({
        id: name,
        name,
        'aria-describedby': described || undefined,
        'aria-invalid': errors.length > 0 ? true : undefined,
      })}
    </div>
  )
}

type TextFieldProps = Omit<FieldProps, 'children'> & {
  type?: 'text' | 'email' | 'password' | 'search' | 'date' | 'number' | 'url' | 'tel'
  value?: string | null
  required?: boolean
  autoComplete?: string
  maxLength?: number
  min?: string | number
  dir?: 'ltr' | 'auto'
  inputMode?: 'numeric' | 'text'
}

export function TextField({
  type = 'text',
  value,
  required,
  autoComplete,
  maxLength,
  min,
  dir,
  inputMode,
  ...field
}: TextFieldProps) {
  return (
    <Field {...field}>
      {(wiring) => (
        <input
          {...wiring}
          type={type}
          dir={dir ?? (type === 'text' || type === 'search' ? 'auto' : 'ltr')}
          defaultValue={type === 'password' ? undefined : typed(field.result, field.name, value)}
          required={required}
          autoComplete={autoComplete}
          maxLength={maxLength}
          min={min}
          inputMode={inputMode}
        />
      )}
    </Field>
  )
}

type AreaProps = Omit<FieldProps, 'children'> & {
  value?: string | null
  required?: boolean
  rows?: number
  maxLength?: number
  lang?: string
}

export function TextArea({ value, required, rows = 5, maxLength, lang, ...field }: AreaProps) {
  return (
    <Field {...field}>
      {(wiring) => (
        <textarea
          {...wiring}
          rows={rows}
          dir="auto"
          lang={lang}
          defaultValue={typed(field.result, field.name, value)}
          required={required}
          maxLength={maxLength}
        />
      )}
    </Field>
  )
}

export type SelectProps = Omit<FieldProps, 'children'> & {
  value?: string | null
  required?: boolean
  options: { value: string; label: string }[]
  empty?: string
}

export function SelectField({ value, required, options, empty, ...field }: SelectProps) {
  return (
    <Field {...field}>
      {(wiring) => (
        <select {...wiring} defaultValue={typed(field.result, field.name, value)} required={required}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

type ChoicesProps = {
  name: string
  legend: string
  hint?: string
  result?: FormResult
  value?: string | null
  options: { value: string; label: string; hint?: string }[]
}

/** One of a few, all visible. */
export function Choices({ name, legend, hint, result, value, options }: ChoicesProps) {
  const message = useMessage()
  const errors = errorsOf(result, name)
  const chosen = typed(result, name, value)
  return (
    <fieldset className={errors.length > 0 ? 'field wrong' : 'field'} id={name}>
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      {errors.length > 0 && <p className="error">{errors.map(message).join(' ')}</p>}
      {options.map((option) => (
        <label key={option.value} className="choice">
          <input type="radio" name={name} value={option.value} defaultChecked={option.value === chosen} />
          <span>
            {option.label}
            {option.hint && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
