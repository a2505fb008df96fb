import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SelectField, TextField } from '#app/components/fields'
import { orAgain } from '#app/components/no-answer'
import { legalForms } from '#app/domain/associations/completeness'
import { IdentityForm } from '#app/domain/associations/forms'
import { stepToWrite } from '#app/domain/associations/queries.server'
import { saveIdentity } from '#app/domain/associations/write-registration.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'
import { RegistrationShell } from './registration-shell'
import { nextStep } from './registration-steps'

export const loader = page(async ({ actor, param, t }) => ({
  papers: await stepToWrite(actor, param('associationId'), 'identity'),
  title: t('associations.steps.identity'),
}))

export const action = form(IdentityForm, async ({ actor, param, values }) => {
  await saveIdentity(actor, param('associationId'), values)
  return go(nextStep(param('associationId'), 'identity'), { key: 'associations.notice.saved' })
})

export const clientAction = orAgain

export const shouldRevalidate = typedStays

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} · ${data?.papers.name} · Agorà` },
]

export default function IdentityStep() {
  const { papers } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = {
    name: t('associations.name'),
    legalForm: t('associations.legal-form'),
    taxCode: t('associations.tax-code'),
  }
  return (
    <RegistrationShell
      papers={papers}
      result={result}
      labels={labels}
      say={(value, name) => (name === 'legalForm' ? t(`associations.form.${value}`) : undefined)}
    >
      {(result) => (
        <>
          <TextField name="name" label={labels.name} value={papers.name} maxLength={120} required result={result} />
          <SelectField
            name="legalForm"
            label={labels.legalForm}
            empty={t('associations.choose')}
            value={papers.legalForm}
            options={legalForms.map((form) => ({ value: form, label: t(`associations.form.${form}`) }))}
            result={result}
          />
          <TextField
            name="taxCode"
            label={labels.taxCode}
            hint={t('associations.tax-code-hint')}
            value={papers.taxCode}
            dir="ltr"
            maxLength={30}
            result={result}
          />
        </>
      )}
    </RegistrationShell>
  )
}
