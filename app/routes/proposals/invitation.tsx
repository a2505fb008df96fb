import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { acceptCoAuthorship, coAuthorInvitation } from '#app/domain/proposals/co-authors.server'
import { Refusal } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, t }) => {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  return { ...(await coAuthorInvitation(actor, param('secret'))), heading: t('proposals.invitation') }
})

export const action = form(z.object({}), async ({ actor, param }) => {
  const { proposalId, stage } = await acceptCoAuthorship(actor, param('secret'))
  const place = stage === 'draft' ? `/proposals/${proposalId}/text` : `/proposals/${proposalId}`
  return go(place, { key: 'proposals.author-joined', kind: 'done' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.heading} · Agorà` }]

export default function Invitation() {
  const { proposal, can, heading } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <h1>{heading}</h1>
      <p>{t('proposals.invitation-hint')}</p>
      <p className="card" lang={proposal.language} dir="auto">
        {proposal.title || t('proposals.untitled')}
      </p>
      {can === true || result ? (
        <Form method="post">
          <FormErrors result={result} />
          <button className="button">{t('proposals.accept-invitation')}</button>
        </Form>
      ) : (
        <p className="notice refused">{t(`refusals.${can}`)}</p>
      )}
    </div>
  )
}
