import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ActForm } from '#app/components/act-form'
import { papersToChange } from '#app/domain/associations/queries.server'
import { removeDocument } from '#app/domain/associations/register-association.server'
import { found } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, t }) => {
  const { id, name, documents } = await papersToChange(actor, param('associationId'))
  const document = found(documents.find((kept) => kept.id === param('fileId')) ?? null)
  return {
    id,
    name,
    document: { id: document.id, name: document.name },
    title: t('associations.documents.remove-title'),
  }
})

export const action = form(z.object({}), async ({ actor, param }) => {
  await removeDocument(actor, param('associationId'), param('fileId'))
  return go(`/associations/${param('associationId')}/registration/documents`, {
    key: 'associations.notice.document-removed',
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · ${data?.name} · Agorà` }]

export default function DocumentRemoval() {
  const { id, document, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <p>
        <a href={`/files/${document.id}`}>
          <bdi>{document.name}</bdi>
        </a>
      </p>
      <p>{t('associations.documents.remove-text')}</p>
      <ActForm
        result={result}
        button={t('associations.documents.remove-yes')}
        danger
        back={`/associations/${id}/registration/documents`}
      />
    </div>
  )
}
