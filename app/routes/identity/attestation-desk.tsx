import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { orAgain } from '#app/components/no-answer'
import { UnsavedWords } from '#app/components/unsaved-words'
import { WayBack } from '#app/components/way-back'
import { attest, attestationsAtDesk, readAtDesk } from '#app/domain/identity/attest.server'
import { AttestForm } from '#app/domain/identity/forms'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { AttestationList } from './attestation-list'
import { signedIn } from './browser'

export const loader = page(async ({ actor, url, t }) => {
  const officer = signedIn(actor)
  const code = url.searchParams.get('code')?.slice(0, 20) ?? null
  const read = await readAtDesk(officer, code)
  return {
    code,
    person: read.person,
    refused: read.refusal && t(`refusals.${read.refusal.reason}`, read.refusal.values),
    place: officer.seats[0]?.officeName ?? '',
    attestations: await attestationsAtDesk(officer),
    title: t('identity.desk.title'),
  }
})

export const action = form(AttestForm, async ({ actor, values }) => {
  const { name } = await attest(signedIn(actor), values)
  return go('/desk/attestation', { key: 'identity.notice.attested', values: { name } })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function AttestationDesk() {
  const { person, refused, code, title, attestations } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <>
      <WayBack to="/desk">{t('answers.desk.title')}</WayBack>
      <h1>{title}</h1>
      <div className="columns">
        <div>
          <p>{t('identity.desk.text')}</p>
          <Form method="get" className="search" key={code}>
            <TextField
              name="code"
              type="search"
              dir="ltr"
              label={t('identity.desk.code')}
              value={code}
              required
              maxLength={20}
            />
            <button className={person ? 'quiet-button' : 'button'}>{t('identity.desk.read')}</button>
          </Form>
          {refused && !result && (
            <p className="notice refused" role="alert">
              {refused}
            </p>
          )}
          {person ? (
            <Attest />
          ) : (
            <>
              <FormErrors result={result} labels={{ code: t('identity.desk.code') }} />
              <UnsavedWords />
            </>
          )}
        </div>
        <p className="hint">{t('identity.desk.nothing-kept')}</p>
      </div>
      <AttestationList attestations={attestations} />
    </>
  )
}

function Attest() {
  const { person, code, place } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const language = useLanguage()
  if (!person) return null
  return (
    <Form method="post" className="card">
      <h2>
        <bdi>{person.name}</bdi>
      </h2>
      <p>{t('identity.desk.lives-in', { place: person.home ?? '' })}</p>
      {person.attestedUntil && (
        <p className="notice">{t('identity.desk.already', { date: formatDate(person.attestedUntil, language) })}</p>
      )}
      <FormErrors result={result} labels={{ place: t('identity.desk.place') }} />
      <input type="hidden" name="code" value={code ?? ''} />
      <TextField name="place" label={t('identity.desk.place')} value={place} maxLength={120} required result={result} />
      <label className="choice" id="seen">
        <input type="checkbox" name="seen" required />
        <span>{t('identity.desk.seen')}</span>
      </label>
      <button className="button">{t('identity.desk.attest')}</button>
    </Form>
  )
}
