import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LanguageField } from '#app/components/choice-fields'
import { TextArea, TextField } from '#app/components/fields'
import { ticked } from '#app/components/form-result'
import { orAgain } from '#app/components/no-answer'
import { shortestDescription } from '#app/domain/associations/completeness'
import { WorkForm } from '#app/domain/associations/forms'
import { stepToWrite } from '#app/domain/associations/queries.server'
import { spokenLanguages } from '#app/domain/associations/spoken-languages'
import { saveWork } from '#app/domain/associations/write-registration.server'
import type { Language } from '#app/domain/languages'
import { ownNames } from '#app/i18n/languages'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'
import { RegistrationShell } from './registration-shell'
import { nextStep } from './registration-steps'

export const loader = page(async ({ actor, param, t }) => ({
  papers: await stepToWrite(actor, param('associationId'), 'work'),
  title: t('associations.steps.work'),
}))

export const action = form(WorkForm, async ({ actor, param, values }) => {
  const id = param('associationId')
  const { verified } = await saveWork(actor, id, values)
  return go(verified ? `/associations/${id}` : nextStep(id, 'work'), { key: 'associations.notice.saved' })
})

export const clientAction = orAgain

export const shouldRevalidate = typedStays

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} · ${data?.papers.name} · Agorà` },
]

export default function WorkStep() {
  const { papers } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = {
    description: t('associations.description'),
    language: t('associations.description-language'),
    languages: t('associations.languages'),
    email: t('associations.email'),
    phone: t('associations.phone'),
    website: t('associations.website'),
  }
  return (
    <RegistrationShell
      papers={papers}
      result={result}
      labels={labels}
      say={(value, name) =>
        name === 'languages'
          ? t(`associations.language.${value}`)
          : name === 'language'
            ? ownNames[value as Language]
            : undefined
      }
    >
      {(result) => (
        <>
          <TextArea
            name="description"
            label={labels.description}
            hint={t('associations.description-hint', { minimum: shortestDescription })}
            value={papers.description}
            lang={papers.language}
            rows={6}
            result={result}
          />
          <LanguageField label={labels.language} value={papers.language} result={result} />
          <fieldset className="field" id="languages">
            <legend>{labels.languages}</legend>
            <div className="many-choices">
              {spokenLanguages.map((spoken) => (
                <label key={spoken} className="choice">
                  <input
                    type="checkbox"
                    name="languages"
                    value={spoken}
                    defaultChecked={ticked(result, 'languages', spoken, papers.languages.includes(spoken))}
                  />
                  <span>{t(`associations.language.${spoken}`)}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <TextField
            name="email"
            type="email"
            label={labels.email}
            hint={t('associations.contact-hint')}
            value={papers.email}
            result={result}
          />
          <TextField name="phone" type="tel" label={labels.phone} value={papers.phone} maxLength={40} result={result} />
          <TextField
            name="website"
            inputMode="url"
            dir="ltr"
            label={labels.website}
            value={papers.website}
            maxLength={300}
            result={result}
          />
        </>
      )}
    </RegistrationShell>
  )
}
