import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { orAgain } from '#app/components/no-answer'
import { WayBack } from '#app/components/way-back'
import { ClaimForm } from '#app/domain/associations/forms'
import { canClaim } from '#app/domain/associations/policy'
import { claimAssociation } from '#app/domain/associations/register-association.server'
import { insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { signedIn } from './signed-in'

export const loader = page(async ({ actor, t }) => {
  insist(canClaim(actor))
  return { title: t('associations.claim.title') }
})

export const action = form(ClaimForm, async ({ actor, values }) => {
  const { associationId } = await claimAssociation(signedIn(actor), values)
  return go(`/associations/${associationId}/registration/identity`)
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Claim() {
  const { title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <Form method="post" className="narrow">
      <WayBack to="/associations">{t('shell.associations')}</WayBack>
      <h1>{title}</h1>
      <p>{t('associations.claim.text')}</p>
      <ul>
        <li>{t('associations.claim.need-1')}</li>
        <li>{t('associations.claim.need-2')}</li>
        <li>{t('associations.claim.need-3')}</li>
      </ul>
      <FormErrors result={result} labels={{ name: t('associations.name') }} />
      <TextField name="name" label={t('associations.name')} maxLength={120} required result={result} />
      <button className="button">{t('associations.claim.button')}</button>
    </Form>
  )
}
