/** Form fields with their label, hint and errors joined for everybody, screen readers included. */
import type { ReactNode } from 'react'
import { useMessage } from './form-errors'
import { errorsOf, type FormResult, typed } from './form-result'

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
  lang?: string
  inputMode?: 'numeric' | 'text' | 'url'
}

export function TextField({
  type = 'text',
  value,
  required,
  autoComplete,
  maxLength,
  min,
  dir,
  lang,
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
          lang={lang}
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
  lang?: string
}

/** What is too long is said when it is sent: a field that takes no more cuts what is pasted, without a word. */
export function TextArea({ value, required, rows = 5, lang, ...field }: AreaProps) {
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
