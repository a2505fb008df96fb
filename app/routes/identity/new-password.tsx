import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { ResetForm } from '#app/domain/identity/forms'
import { mailLink } from '#app/domain/identity/mail-tokens.server'
import { resetPassword } from '#app/domain/identity/reset-password.server'
import { cookiesFor } from '#app/domain/identity/sign-in.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { browserOf, settingCookies } from './browser'
import { LinkIsGone, tokenIn } from './link-is-gone'

export const loader = page(async ({ url, t }) => {
  const token = tokenIn(url)
  const open = token !== '' && (await mailLink(token, 'reset')) !== null
  return data({ token, open, title: t('identity.reset.new-title') }, { status: open ? 200 : 410 })
})

export const action = form(ResetForm, async ({ values: { token, password }, ...scene }) => {
  const { personId } = await resetPassword(token, password)
  const cookies = await cookiesFor(personId, browserOf(scene))
  return go('/account', { key: 'identity.notice.password-changed' }, settingCookies(cookies))
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function NewPassword() {
  const { token, open, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  if (!open) return <LinkIsGone />
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <p>{t('identity.reset.new-text')}</p>
      <Form method="post">
        <FormErrors result={result} labels={{ password: t('identity.new-password') }} />
        <input type="hidden" name="token" value={token} />
        <TextField
          name="password"
          type="password"
          label={t('identity.new-password')}
          hint={t('identity.password-hint')}
          autoComplete="new-password"
          required
          result={result}
        />
        <button className="button">{t('shell.save')}</button>
      </Form>
    </div>
  )
}
