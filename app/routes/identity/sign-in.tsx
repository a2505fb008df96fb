import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { Link } from '#app/components/link'
import { castAtTheDoor } from '#app/domain/identity/demonstration.server'
import { SignInForm } from '#app/domain/identity/forms'
import { signIn } from '#app/domain/identity/sign-in.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go, safePath } from '#app/web/redirects.server'
import { browserOf, settingCookies } from './browser'

export const loader = page(async ({ actor, url, t }) => {
  const to = safePath(url.searchParams.get('to'))
  return {
    to,
    signedInAs: actor.kind === 'person' ? actor.name : null,
    cast: await castAtTheDoor(),
    title: t('identity.sign-in.title'),
  }
})

export const action = form(SignInForm, async ({ values: { email, password, to }, ...scene }) => {
  const { cookies } = await signIn(email, password, browserOf(scene))
  return go(to ?? '/', undefined, settingCookies(cookies))
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function SignIn() {
  const { to, signedInAs, cast, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <h1>{title}</h1>
      {signedInAs && (
        <p className="notice">
          {t('identity.sign-in.already')} <bdi>{signedInAs}</bdi>
        </p>
      )}
      <Form method="post">
        <FormErrors result={result} labels={{ email: t('identity.email'), password: t('identity.password') }} />
        <input type="hidden" name="to" value={to} />
        <TextField
          name="email"
          type="email"
          label={t('identity.email')}
          autoComplete="username"
          required
          result={result}
        />
        <TextField
          name="password"
          type="password"
          label={t('identity.password')}
          autoComplete="current-password"
          required
          result={result}
        />
        <button className="button">{t('identity.sign-in.button')}</button>
      </Form>
      <p>
        <Link to="/reset">{t('identity.sign-in.forgotten')}</Link>
      </p>
      <p>
        {t('identity.sign-in.new-here')} <Link to="/register">{t('identity.sign-in.register')}</Link>
      </p>
      {cast.length > 0 && <Cast cast={cast} to={to} />}
    </div>
  )
}

type Member = { name: string; shown: string; home: string | null }

/** The demonstration's door. */
function Cast({ cast, to }: { cast: Member[]; to: string }) {
  const t = useWords()
  return (
    <section aria-labelledby="cast" className="cast">
      <h2 id="cast">{t('identity.cast.title')}</h2>
      <p>{t('identity.cast.text')}</p>
      <ul>
        {cast.map(({ name, shown, home }) => (
          <li key={name}>
            <form method="post" action="/sign-in/demonstration">
              <input type="hidden" name="to" value={to} />
              <button className="quiet-button" name="name" value={name}>
                <bdi>{shown}</bdi>
              </button>
            </form>
            <span>
              {t(`identity.cast.${name}`)}
              {home && ` · ${home}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
