import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { askForNewAddress, ownAddress } from '#app/domain/identity/change-address.server'
import { AddressForm } from '#app/domain/identity/forms'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { AccountMenu } from './account-menu'
import { signedIn } from './browser'

export const loader = page(async ({ actor, t }) => ({
  email: await ownAddress(signedIn(actor)),
  title: t('identity.account.address'),
}))

export const action = form(AddressForm, async ({ actor, values }) => {
  await askForNewAddress(signedIn(actor), values)
  return go('/register/sent')
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Address() {
  const { email, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = { email: t('identity.new-email'), password: t('identity.password') }
  return (
    <>
      <h1>{title}</h1>
      <AccountMenu />
      <p>
        {t('identity.account.address-now')} <bdi dir="ltr">{email}</bdi>
      </p>
      <Form method="post" className="narrow">
        <FormErrors result={result} labels={labels} />
        <TextField name="email" type="email" label={labels.email} autoComplete="email" required result={result} />
        <TextField
          name="password"
          type="password"
          label={labels.password}
          autoComplete="current-password"
          required
          result={result}
        />
        <button className="button">{t('identity.account.send-letter')}</button>
      </Form>
    </>
  )
}
