import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { takeNewAddress } from '#app/domain/identity/change-address.server'
import { TokenForm } from '#app/domain/identity/forms'
import { mailLink } from '#app/domain/identity/mail-tokens.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { signedIn } from './browser'
import { LinkIsGone, tokenIn } from './link-is-gone'

export const loader = page(async ({ actor, url, t }) => {
  const person = signedIn(actor)
  const token = tokenIn(url)
  const link = token ? await mailLink(token, 'changeAddress') : null
  const own = link?.person.id === person.id
  const values = { token, address: own ? (link?.address ?? null) : null, title: t('identity.confirm.title') }
  return data(values, { status: own ? 200 : 410 })
})

export const action = form(TokenForm, async ({ actor, values }) => {
  await takeNewAddress(signedIn(actor), values.token)
  return go('/account/address', { key: 'identity.notice.saved' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function AddressConfirmation() {
  const { token, address, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  if (!address) return <LinkIsGone />
  return (
    <Form method="post" className="narrow">
      <h1>{title}</h1>
      <FormErrors result={result} />
      <p>
        <bdi dir="ltr">{address}</bdi>
      </p>
      <input type="hidden" name="token" value={token} />
      <button className="button">{t('identity.confirm.button')}</button>
    </Form>
  )
}
