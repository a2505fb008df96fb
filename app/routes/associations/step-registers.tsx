import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SelectField, TextField } from '#app/components/fields'
import { orAgain } from '#app/components/no-answer'
import { RegistersForm } from '#app/domain/associations/forms'
import { stepToWrite } from '#app/domain/associations/queries.server'
import { isRuntsSection, runtsSections } from '#app/domain/associations/runts'
import { saveRegisters } from '#app/domain/associations/write-registration.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'
import { RegistrationShell } from './registration-shell'
import { nextStep } from './registration-steps'
import { runtsSectionName } from './runts-section'

export const loader = page(async ({ actor, param, t }) => ({
  papers: await stepToWrite(actor, param('associationId'), 'registers'),
  title: t('associations.steps.registers'),
}))

export const action = form(RegistersForm, async ({ actor, param, values }) => {
  await saveRegisters(actor, param('associationId'), values)
  return go(nextStep(param('associationId'), 'registers'), { key: 'associations.notice.saved' })
})

export const clientAction = orAgain

export const shouldRevalidate = typedStays

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} · ${data?.papers.name} · Agorà` },
]

export default function RegistersStep() {
  const { papers } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const written = papers.runtsSection
  const sections = written && !isRuntsSection(written) ? [written, ...runtsSections] : runtsSections
  const labels = {
    runtsNumber: t('associations.runts-number'),
    runtsSection: t('associations.runts-section'),
    regionalRegister: t('associations.regional-register'),
    nationalRegister: t('associations.national-register'),
  }
  return (
    <RegistrationShell
      papers={papers}
      result={result}
      labels={labels}
      say={(value, name) => (name === 'runtsSection' ? runtsSectionName(t, value) : undefined)}
    >
      {(result) => (
        <>
          {papers.numberShared && <p className="notice time">{t('associations.same-number.hint')}</p>}
          <TextField
            name="runtsNumber"
            label={labels.runtsNumber}
            hint={t('associations.runts-hint')}
            value={papers.runtsNumber}
            dir="ltr"
            maxLength={30}
            result={result}
          />
          <SelectField
            name="runtsSection"
            label={labels.runtsSection}
            empty={t('associations.no-section')}
            value={papers.runtsSection}
            options={sections.map((section) => ({ value: section, label: runtsSectionName(t, section) }))}
            result={result}
          />
          <TextField
            name="regionalRegister"
            label={labels.regionalRegister}
            hint={t('associations.regional-hint')}
            value={papers.regionalRegister}
            maxLength={120}
            result={result}
          />
          <TextField
            name="nationalRegister"
            label={labels.nationalRegister}
            hint={t('associations.national-hint')}
            value={papers.nationalRegister}
            maxLength={120}
            result={result}
          />
        </>
      )}
    </RegistrationShell>
  )
}
