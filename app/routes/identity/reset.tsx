import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { ResetRequestForm } from '#app/domain/identity/forms'
import { askForReset } from '#app/domain/identity/reset-password.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ t }) => ({ title: t('identity.reset.title') }))

export const action = form(ResetRequestForm, async ({ values, address }) => {
  await askForReset(values.email, address)
  return go('/register/sent')
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Reset() {
  const { title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <p>{t('identity.reset.text')}</p>
      <Form method="post">
        <FormErrors result={result} labels={{ email: t('identity.email') }} />
        <TextField
          name="email"
          type="email"
          label={t('identity.email')}
          autoComplete="username"
          required
          result={result}
        />
        <button className="button">{t('identity.reset.button')}</button>
      </Form>
    </div>
  )
}
