import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ActForm } from '#app/components/act-form'
import { handOver } from '#app/domain/associations/mandates.server'
import { mandatesOf } from '#app/domain/associations/queries.server'
import { found } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { signedIn } from './signed-in'

export const loader = page(async ({ actor, param, t }) => {
  const id = param('associationId')
  const { name, mandates } = await mandatesOf(signedIn(actor), id)
  const heir = found(mandates.find((mandate) => mandate.id === param('mandateId') && mandate.can.handOver) ?? null)
  return { id, name, heir: heir.name, title: t('associations.handover.title') }
})

export const action = form(z.object({}), async ({ actor, param }) => {
  await handOver(signedIn(actor), param('associationId'), param('mandateId'))
  return go(`/associations/${param('associationId')}/mandates`, { key: 'associations.notice.handed-over' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · ${data?.name} · Agorà` }]

export default function Handover() {
  const { id, name, heir, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <p className="meta">
        <bdi>{name}</bdi>
      </p>
      <h1>{title}</h1>
      <p>
        <strong>
          <bdi>{heir}</bdi>
        </strong>
      </p>
      <p>{t('associations.handover.text')}</p>
      <ActForm result={result} button={t('associations.handover.yes')} danger back={`/associations/${id}/mandates`} />
    </div>
  )
}
