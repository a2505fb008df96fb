import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { TextArea } from '#app/components/fields'
import { orAgain } from '#app/components/no-answer'
import { attestationToRevoke, revokeAttestation } from '#app/domain/identity/attest.server'
import { RevokeForm } from '#app/domain/identity/forms'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { signedIn } from './browser'

export const loader = page(async ({ actor, param, t }) => ({
  attestation: await attestationToRevoke(signedIn(actor), param('attestationId')),
  title: t('identity.desk.revoke'),
}))

export const action = form(RevokeForm.pick({ revocation: true }), async ({ actor, values, param }) => {
  await revokeAttestation(signedIn(actor), { attestationId: param('attestationId'), ...values })
  return go('/desk/attestation', { key: 'identity.notice.revoked' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function AttestationRevocation() {
  const { attestation, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const language = useLanguage()
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <p>
        <bdi>{attestation.person.pseudonym}</bdi> · <bdi>{attestation.place}</bdi> ·{' '}
        {formatDate(attestation.at, language)}
      </p>
      <ActForm
        result={result}
        labels={{ revocation: t('identity.desk.why') }}
        button={t('identity.desk.revoke')}
        danger
        back="/desk/attestation"
      >
        <TextArea name="revocation" label={t('identity.desk.why')} rows={3} required result={result} />
      </ActForm>
    </div>
  )
}
