import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { PasswordForm } from '#app/domain/identity/forms'
import { changePassword } from '#app/domain/identity/reset-password.server'
import { renewedCookie } from '#app/domain/identity/sign-in.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { AccountMenu } from './account-menu'
import { browserOf, settingCookies, signedIn } from './browser'

export const loader = page(async ({ actor, t }) => {
  signedIn(actor)
  return { title: t('identity.account.password') }
})

export const action = form(PasswordForm, async ({ actor, values, signInId, ...scene }) => {
  const person = signedIn(actor)
  await changePassword(person, values, signInId)
  const cookie = await renewedCookie(person.id, signInId, browserOf(scene))
  return go('/account', { key: 'identity.notice.password-changed' }, settingCookies([cookie]))
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Password() {
  const { title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = { current: t('identity.current-password'), password: t('identity.new-password') }
  return (
    <>
      <h1>{title}</h1>
      <AccountMenu />
      <Form method="post" className="narrow">
        <FormErrors result={result} labels={labels} />
        <TextField
          name="current"
          type="password"
          label={labels.current}
          autoComplete="current-password"
          required
          result={result}
        />
        <TextField
          name="password"
          type="password"
          label={labels.password}
          hint={t('identity.password-hint')}
          autoComplete="new-password"
          required
          result={result}
        />
        <p className="hint">{t('identity.account.password-hint')}</p>
        <button className="button">{t('shell.save')}</button>
      </Form>
    </>
  )
}
