import { data, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { FormErrors } from '#app/components/fields'
import { Link } from '#app/components/link'
import { InvitationForm } from '#app/domain/associations/forms'
import { acceptInvitation, invitationFor } from '#app/domain/associations/mandates.server'
import { renewedCookie } from '#app/domain/identity/sign-in.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { signedIn } from './signed-in'

export const loader = page(async ({ actor, url, t }) => {
  const token = url.searchParams.get('token') ?? ''
  const invitation = /^[\w-]{20,100}$/.test(token) ? await invitationFor(token) : null
  const values = {
    token,
    invitation: invitation && { kind: invitation.kind, association: invitation.association.name },
    visitor: actor.kind === 'visitor',
    here: `/associations/invitation?token=${token}`,
    title: t('associations.invitation.title'),
  }
  return data(values, { status: invitation ? 200 : 410 })
})

/** New rights, new sign-in id. */
export const action = form(InvitationForm, async ({ actor, values, signInId, request, address }) => {
  const person = signedIn(actor)
  const { associationId } = await acceptInvitation(person, values.token)
  const browser = { address, agent: request.headers.get('User-Agent'), cookies: request.headers.get('Cookie') }
  const headers = new Headers({ 'Set-Cookie': await renewedCookie(person.id, signInId, browser) })
  return go(`/associations/${associationId}`, { key: 'associations.notice.accepted' }, headers)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Invitation() {
  const { token, invitation, visitor, here, title } = useLoaderData<typeof loader>()
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
      {visitor ? (
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
      ) : (
        <Form method="post">
          <FormErrors result={result} />
          <input type="hidden" name="token" value={token} />
          <button className="button">{t('associations.invitation.accept')}</button>
        </Form>
      )}
    </div>
  )
}
