import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ActForm } from '#app/components/act-form'
import { proposalPage } from '#app/domain/proposals/proposal-page.server'
import { withdrawProposal } from '#app/domain/proposals/withdraw-proposal.server'
import { insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, t }) => {
  const { id, title, language, stage, can } = await proposalPage(actor, param('proposalId'))
  insist(can.withdraw)
  return { id, title, language, draft: stage === 'draft', heading: t('proposals.withdraw') }
})

export const action = form(z.object({}), async ({ actor, param }) => {
  const { stage } = await withdrawProposal(actor, param('proposalId'))
  return go('/account/proposals', { key: `proposals.${stage === 'draft' ? 'discarded' : 'withdrawn'}`, kind: 'done' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.heading} · Agorà` }]

export default function Withdrawal() {
  const { id, title, language, draft, heading } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <h1>{heading}</h1>
      <p lang={language} dir="auto">
        <strong>{title || t('proposals.untitled')}</strong>
      </p>
      <p>{draft ? t('proposals.discard-hint') : t('proposals.withdraw-hint')}</p>
      <ActForm
        result={result}
        button={draft ? t('proposals.discard-yes') : t('proposals.withdraw-yes')}
        danger
        back={draft ? `/proposals/${id}/summary` : `/proposals/${id}`}
      />
    </div>
  )
}
