import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SelectField, TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { Link } from '#app/components/link'
import { RegisterForm } from '#app/domain/identity/forms'
import { comuni } from '#app/domain/identity/profile.server'
import { register } from '#app/domain/identity/register.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ t }) => ({ comuni: await comuni(), title: t('identity.register.title') }))

export const action = form(RegisterForm, async ({ values, language, address }) => {
  await register(values, { language, address })
  return go('/register/sent')
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Register() {
  const { comuni, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = { email: t('identity.email'), pseudonym: t('identity.pseudonym'), password: t('identity.password') }
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <p>{t('identity.register.text')}</p>
      <Form method="post">
        <FormErrors result={result} labels={labels} />
        <TextField
          name="pseudonym"
          label={labels.pseudonym}
          hint={t('identity.pseudonym-hint')}
          autoComplete="nickname"
          maxLength={40}
          required
          result={result}
        />
        <TextField name="email" type="email" label={labels.email} autoComplete="email" required result={result} />
        <TextField
          name="password"
          type="password"
          label={labels.password}
          hint={t('identity.password-hint')}
          autoComplete="new-password"
          required
          result={result}
        />
        <SelectField
          name="homeTerritoryId"
          label={t('identity.home')}
          hint={t('identity.home-hint')}
          empty={t('identity.home-later')}
          options={comuni.map(({ id, name }) => ({ value: id, label: name }))}
          result={result}
        />
        <button className="button">{t('identity.register.button')}</button>
      </Form>
      <p>
        {t('identity.register.known')} <Link to="/sign-in">{t('identity.sign-in.title')}</Link>
      </p>
    </div>
  )
}
