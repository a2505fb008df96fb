import { Form, type useActionData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { FormErrors, type FormResult } from '#app/components/fields'
import type { Missing, Step } from '#app/domain/associations/completeness'
import { useWords } from '#app/i18n/use-words'
import { RegistrationSteps } from './registration-steps'

export type Papers = {
  id: string
  name: string
  missing: Missing[]
  verification: string
  verificationNote: string | null
}

type Props = {
  papers: Papers
  step: Step
  result: FormResult | ReturnType<typeof useActionData>
  labels: Record<string, string>
  children: ReactNode
}

/** One step: the way through, what the office asked for, the fields, and one button that saves and goes on. */
export function RegistrationShell({ papers, step, result, labels, children }: Props) {
  const t = useWords()
  return (
    <div className="narrow">
      <p className="meta">
        <bdi>{papers.name}</bdi>
      </p>
      <h1>{t(`associations.steps.${step}`)}</h1>
      <RegistrationSteps id={papers.id} current={step} missing={papers.missing} />
      <OfficeWords papers={papers} />
      <Form method="post">
        <FormErrors result={result as FormResult} labels={labels} />
        {children}
        <button className="button">{t('associations.steps.save')}</button>
      </Form>
    </div>
  )
}

/** What is missing or why it was refused, in the officer's words. */
export function OfficeWords({ papers }: { papers: Papers }) {
  const t = useWords()
  const { verification, verificationNote } = papers
  if (!verificationNote || !['incomplete', 'refused', 'suspended'].includes(verification)) return null
  return (
    <div className="notice time">
      <p>
        <strong>{t(`associations.office-says.${verification}`)}</strong>
      </p>
      <p dir="auto" className="paragraphs">
        {verificationNote}
      </p>
    </div>
  )
}
