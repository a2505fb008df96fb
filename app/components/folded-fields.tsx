import type { ReactNode } from 'react'
import { type FormResult, isTouched } from './form-result'

type Props = {
  summary: string
  /** Of the fields within, or of the lines they stand in */
  names: string[]
  /** Something within is known already */
  open?: boolean
  result: FormResult
  children: ReactNode
}

/** Fields that most people leave alone. Nothing that is wrong, or was filled in, hides here. */
export function FoldedFields({ summary, names, open = false, result, children }: Props) {
  return (
    <details open={open || isTouched(result, names)}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
