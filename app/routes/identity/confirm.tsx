import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { Link } from '#app/components/link'
import { ConfirmForm } from '#app/domain/identity/forms'
import { mailLink } from '#app/domain/identity/mail-tokens.server'
import { confirmAddress } from '#app/domain/identity/register.server'
import { cookiesFor } from '#app/domain/identity/sign-in.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { browserOf, settingCookies } from './browser'
import { LinkIsGone, tokenIn } from './link-is-gone'

export const loader = page(async ({ actor, url, t }) => {
  const token = tokenIn(url)
  const link = token ? await mailLink(token, 'confirm') : null
  const known = link !== null && actor.kind === 'person' && actor.id === link.person.id
  const values = {
    token,
    open: link !== null,
    known,
    email: link?.person.email ?? null,
    title: t('identity.confirm.title'),
  }
  return data(values, { status: link ? 200 : 410 })
})

export const action = form(ConfirmForm, async ({ values: { token, password }, actor, ...scene }) => {
  const { personId } = await confirmAddress(actor, token, password)
  const cookies = actor.kind === 'person' && actor.id === personId ? [] : await cookiesFor(personId, browserOf(scene))
  return go('/account', { key: 'identity.notice.confirmed' }, settingCookies(cookies))
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Confirm() {
  const { token, open, known, email, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  if (!open) return <LinkIsGone />
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <p>
        <bdi dir="ltr">{email}</bdi>
      </p>
      <Form method="post">
        <FormErrors result={result} />
        <input type="hidden" name="token" value={token} />
        {!known && (
          <TextField
            name="password"
            type="password"
            label={t('identity.password')}
            hint={t('identity.confirm.password-hint')}
            autoComplete="current-password"
            required
            result={result}
          />
        )}
        <button className="button">{t('identity.confirm.button')}</button>
      </Form>
      {!known && (
        <p>
          <Link to="/reset">{t('identity.sign-in.forgotten')}</Link>
        </p>
      )}
    </div>
  )
}
