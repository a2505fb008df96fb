import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { Link } from '#app/components/link'
import { newAttestationCode } from '#app/domain/identity/attest.server'
import { codeMinutes, spoken } from '#app/domain/identity/attestation'
import { attestationTakenBack, ownProfile } from '#app/domain/identity/profile.server'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { AccountMenu } from './account-menu'
import { AttestationInWords } from './attestation-in-words'
import { signedIn } from './browser'

export const loader = page(async ({ actor, t }) => {
  const person = signedIn(actor)
  const [{ attestation }, takenBack] = await Promise.all([ownProfile(person), attestationTakenBack(person)])
  return { attestation, takenBack, title: t('identity.account.attestation') }
})

export const action = form(z.object({}), async ({ actor }) => {
  const { code, expiresAt } = await newAttestationCode(signedIn(actor))
  return { shown: { code: spoken(code), expiresAt } }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function AttestationCode() {
  const { attestation, takenBack, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const language = useLanguage()
  const shown = result && 'shown' in result ? result.shown : null
  const refused = result && !('shown' in result) ? result : null
  return (
    <>
      <h1>{title}</h1>
      <AccountMenu />
      <div className="narrow">
        {attestation && (
          <p className={`notice ${attestation.counts ? 'done' : 'time'}`}>
            <AttestationInWords attestation={attestation} />
          </p>
        )}
        {takenBack && (
          <div className="notice time">
            <p>{t('identity.attestation.taken-back', { date: formatDate(takenBack.revokedAt, language) })}</p>
            {takenBack.revocation && (
              <>
                <p>
                  <strong>{t('identity.attestation.taken-back-why')}</strong>
                </p>
                <blockquote dir="auto" className="paragraphs">
                  {takenBack.revocation}
                </blockquote>
              </>
            )}
          </div>
        )}
        <p>{t('identity.attestation.why')}</p>
        <ol>
          <li>{t('identity.attestation.step-1')}</li>
          <li>{t('identity.attestation.step-2')}</li>
          <li>{t('identity.attestation.step-3')}</li>
        </ol>
        <FormErrors result={refused} />
        {refused && (
          <p>
            <Link to="/account">{t('identity.account.profile')}</Link>
          </p>
        )}
        {shown && (
          <div className="attestation-code" role="status">
            <p>{t('identity.attestation.show')}</p>
            <p className="code" dir="ltr">
              {shown.code}
            </p>
            <p className="meta">
              {t('identity.attestation.until', { time: formatDate(shown.expiresAt, language, 'moment') })}
            </p>
          </div>
        )}
        <Form method="post">
          <button className={shown ? 'quiet-button' : 'button'}>
            {t(shown ? 'identity.attestation.another' : 'identity.attestation.get')}
          </button>
        </Form>
        <p className="hint">{t('identity.attestation.minutes', { minutes: codeMinutes })}</p>
      </div>
    </>
  )
}
