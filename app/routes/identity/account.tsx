import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LanguageField } from '#app/components/choice-fields'
import { SelectField, TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { ticked } from '#app/components/form-result'
import { Link } from '#app/components/link'
import { ProfileForm } from '#app/domain/identity/forms'
import { attestationTakenBack, changeProfile, comuni, ownProfile } from '#app/domain/identity/profile.server'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { cookie } from '#app/web/cookies.server'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { AccountMenu } from './account-menu'
import { AttestationInWords } from './attestation-in-words'
import { settingCookies, signedIn } from './browser'

export const loader = page(async ({ actor, t }) => {
  const person = signedIn(actor)
  const [profile, takenBack, places] = await Promise.all([ownProfile(person), attestationTakenBack(person), comuni()])
  return {
    profile,
    takenBackOn: takenBack?.revokedAt ?? null,
    comuni: places,
    name: person.name,
    title: t('shell.account'),
  }
})

export const action = form(ProfileForm, async ({ actor, values }) => {
  await changeProfile(signedIn(actor), values)
  const language = cookie('language', values.language, 365 * 86_400)
  return go('/account', { key: 'identity.notice.saved' }, settingCookies([language]))
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Account() {
  const { profile, comuni, name, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <>
      <h1>{title}</h1>
      <AccountMenu />
      {!profile.emailConfirmedAt && <Unconfirmed />}
      <div className="columns">
        <Form method="post">
          <FormErrors
            result={result}
            labels={{ pseudonym: t('identity.pseudonym'), realName: t('identity.real-name') }}
          />
          <p>
            {t('identity.account.shown-as')}{' '}
            <strong>
              <bdi>{name}</bdi>
            </strong>
          </p>
          <TextField
            name="pseudonym"
            label={t('identity.pseudonym')}
            hint={t('identity.pseudonym-hint')}
            value={profile.pseudonym}
            autoComplete="nickname"
            maxLength={40}
            required
            result={result}
          />
          <TextField
            name="realName"
            label={t('identity.real-name')}
            hint={t('identity.real-name-hint')}
            value={profile.realName}
            autoComplete="name"
            maxLength={80}
            result={result}
          />
          <label className="choice">
            <input
              type="checkbox"
              name="showsRealName"
              defaultChecked={ticked(result, 'showsRealName', 'on', profile.showsRealName)}
            />
            <span>{t('identity.shows-real-name')}</span>
          </label>
          <SelectField
            name="homeTerritoryId"
            label={t('identity.home')}
            hint={
              profile.attestation?.counts
                ? `${t('identity.home-hint')} ${t('identity.home-attested', { territory: profile.attestation.territoryName })}`
                : t('identity.home-hint')
            }
            empty={t('identity.home-later')}
            value={profile.homeTerritoryId}
            options={comuni.map(({ id, name }) => ({ value: id, label: name }))}
            result={result}
          />
          <LanguageField
            label={t('identity.language')}
            hint={t('identity.language-hint')}
            value={profile.language}
            result={result}
          />
          <button className="button">{t('shell.save')}</button>
        </Form>
        <Standing />
      </div>
    </>
  )
}

function Unconfirmed() {
  const t = useWords()
  return (
    <div className="notice time">
      <p>{t('identity.account.unconfirmed')}</p>
      <form method="post" action="/confirm/letter">
        <button className="quiet-button">{t('identity.account.send-letter')}</button>
      </form>
    </div>
  )
}

/** What others have said of this person: attestation and roles. */
function Standing() {
  const { profile, takenBackOn } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  const { attestation } = profile
  return (
    <div>
      <section className="card">
        <h2>{t('identity.account.attestation')}</h2>
        <p>
          {attestation && <AttestationInWords attestation={attestation} />}
          {!attestation && !takenBackOn && t('identity.account.not-attested')}{' '}
          {!attestation?.counts && !takenBackOn && (
            <Link to="/account/attestation">{t('identity.attestation.get')}</Link>
          )}
        </p>
        {takenBackOn && (
          <p>
            {t('identity.attestation.taken-back', { date: formatDate(takenBackOn, language) })}{' '}
            <Link to="/account/attestation">{t('identity.attestation.taken-back-read')}</Link>
          </p>
        )}
      </section>
      {profile.roles.length > 0 && (
        <section className="card">
          <h2>{t('identity.account.roles')}</h2>
          <ul>
            {profile.roles.map(({ id, kind, territory, startsOn, endsOn }) => (
              <li key={id}>
                {t(`identity.role.${kind}`)} · {territory.name} · {formatDate(startsOn, language, 'short')}
                {endsOn && ` – ${formatDate(endsOn, language, 'short')}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
