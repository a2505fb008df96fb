import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Field } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { orAgain } from '#app/components/no-answer'
import { WayBack } from '#app/components/way-back'
import { DocumentForm } from '#app/domain/associations/forms'
import { papersToChange } from '#app/domain/associations/queries.server'
import { attachDocument } from '#app/domain/associations/register-association.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { Documents } from './documents'
import { OfficeWords } from './office-words'
import { nextStep, RegistrationSteps } from './registration-steps'
import { signedIn } from './signed-in'

export const loader = page(async ({ actor, param, t }) => ({
  papers: await papersToChange(actor, param('associationId')),
  title: t('associations.steps.documents'),
}))

export const action = form(DocumentForm, async ({ actor, param, values: { file, goOn } }) => {
  const id = param('associationId')
  const next = goOn ? nextStep(id, 'documents') : `/associations/${id}/registration/documents`
  if (!file) return go(next)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { name } = await attachDocument(signedIn(actor), id, { name: file.name, bytes })
  return go(next, { key: 'associations.notice.document-kept', values: { name } })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} · ${data?.papers.name} · Agorà` },
]

export default function DocumentsStep() {
  const { papers } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <WayBack to="/account/associations">{t('identity.account.associations')}</WayBack>
      <p className="meta">
        <bdi>{papers.name}</bdi>
      </p>
      <h1>{t('associations.steps.documents')}</h1>
      <RegistrationSteps id={papers.id} current="documents" missing={papers.missing} />
      <OfficeWords papers={papers} />
      <p>{t('associations.documents.text')}</p>
      <Documents associationId={papers.id} documents={papers.documents} removable />
      <Form method="post" encType="multipart/form-data">
        <FormErrors result={result} labels={{ file: t('associations.documents.file') }} />
        <Field
          name="file"
          label={t('associations.documents.file')}
          hint={t('associations.documents.hint')}
          result={result}
        >
          {(wiring) => (
            <input {...wiring} type="file" accept="application/pdf,image/jpeg,image/png,image/webp" required />
          )}
        </Field>
        <p>
          <button className="quiet-button">{t('associations.documents.add')}</button>
        </p>
        <button className="button" name="goOn" value="yes" formNoValidate>
          {t('associations.steps.next')}
        </button>
      </Form>
    </div>
  )
}
