import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { Link } from '#app/components/link'
import { InvitationForm } from '#app/domain/associations/forms'
import { acceptInvitation, invitationPage } from '#app/domain/associations/mandates.server'
import { renewedCookie } from '#app/domain/identity/sign-in.server'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { signedIn } from './signed-in'

export const loader = page(async ({ actor, url, t }) => {
  const token = url.searchParams.get('token') ?? ''
  const invitation = /^[\w-]{20,100}$/.test(token) ? await invitationPage(actor, token) : null
  const values = {
    token,
    invitation: invitation && {
      kind: invitation.kind,
      startsOn: invitation.startsOn,
      endsOn: invitation.endsOn,
      toCome: invitation.startsOn > new Date(),
      association: invitation.association.name,
      can: invitation.can,
    },
    here: `/associations/invitation?token=${token}`,
    title: t('associations.invitation.title'),
  }
  return data(values, { status: invitation ? 200 : 410 })
})

/** New rights, new sign-in id. */
export const action = form(InvitationForm, async ({ actor, values, signInId, request, address }) => {
  const person = signedIn(actor)
  const { associationId, toCome } = await acceptInvitation(person, values.token)
  const browser = { address, agent: request.headers.get('User-Agent'), cookies: request.headers.get('Cookie') }
  const headers = new Headers({ 'Set-Cookie': await renewedCookie(person.id, signInId, browser) })
  if (toCome) return go('/account/associations', { key: 'associations.notice.accepted-to-come' }, headers)
  return go(`/associations/${associationId}`, { key: 'associations.notice.accepted' }, headers)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Invitation() {
  const { token, invitation, here, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  if (!invitation) {
    return (
      <div className="narrow">
        <h1>{t('associations.invitation.over')}</h1>
        <p>{t('associations.invitation.over-text')}</p>
      </div>
    )
  }
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <p>
        <strong>
          <bdi>{invitation.association}</bdi>
        </strong>{' '}
        · {t(`associations.mandate.${invitation.kind}`)}
      </p>
      <p>{t(`associations.mandate-hint.${invitation.kind}`)}</p>
      <Days invitation={invitation} />
      {invitation.can === 'sign-in-required' ? (
        <>
          <p>{t('associations.invitation.enter')}</p>
          <p className="actions">
            <Link className="button" to={`/sign-in?to=${encodeURIComponent(here)}`}>
              {t('shell.sign-in')}
            </Link>
            <Link className="quiet-button" to="/register">
              {t('identity.register.title')}
            </Link>
          </p>
        </>
      ) : invitation.can === true || result ? (
        <Form method="post">
          <FormErrors result={result} />
          <input type="hidden" name="token" value={token} />
          <button className="button">{t('associations.invitation.accept')}</button>
        </Form>
      ) : (
        <p className="notice refused">{t(`refusals.${invitation.can}`)}</p>
      )}
    </div>
  )
}

/** From when, if not at once, and until when, if not for good. */
function Days({ invitation }: { invitation: { startsOn: Date; endsOn: Date | null; toCome: boolean } }) {
  const t = useWords()
  const language = useLanguage()
  const { startsOn, endsOn, toCome } = invitation
  if (!toCome && !endsOn) return null
  return (
    <p>
      {toCome && t('associations.invitation.from', { date: formatDate(startsOn, language, 'weekday') })}{' '}
      {endsOn && t('associations.invitation.to', { date: formatDate(endsOn, language, 'weekday') })}
    </p>
  )
}
