import type { ReactNode, RefObject } from 'react'
import type { Verdict } from '#app/domain/authorization'
import { useWords } from '#app/i18n/use-words'
import { Form } from './form'
import { FormErrors, type Labels } from './form-errors'
import type { FormResult } from './form-result'
import { Link } from './link'

type Props = {
  form?: RefObject<HTMLFormElement>
  result: FormResult
  /** Whether it can be done now; what was sent stays in its form, whatever happened meanwhile. */
  can?: Verdict
  labels?: Labels
  /** What pressing does, in words. */
  button: string
  /** Takes something away that is not easily given back. */
  danger?: boolean
  /** Where one goes who would rather not. */
  back: string
  children?: ReactNode
}

/** The form of a page that does one thing: its fields, its button, and the way back without doing it. */
export function ActForm({ form, result, can = true, labels, button, danger = false, back, children }: Props) {
  const t = useWords()
  if (can !== true && !result)
    return (
      <>
        <p className="notice">{t(`refusals.${can}`)}</p>
        <p className="actions">
          <Link to={back}>{t('shell.back')}</Link>
        </p>
      </>
    )
  return (
    <Form method="post" ref={form}>
      <FormErrors result={result} labels={labels} />
      {children}
      <p className="actions">
        <button className={danger ? 'danger-button' : 'button'}>{button}</button>
        <Link to={back}>{t('shell.back')}</Link>
      </p>
    </Form>
  )
}
