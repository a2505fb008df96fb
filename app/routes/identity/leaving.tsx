import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { errorsOf } from '#app/components/form-result'
import { LeavingForm } from '#app/domain/identity/forms'
import { ownTies } from '#app/domain/identity/held-alone.server'
import { leave } from '#app/domain/identity/leave.server'
import { nameOfWhoLeft } from '#app/domain/identity/leaving'
import { closeSignIn } from '#app/domain/identity/lucia.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { AccountMenu } from './account-menu'
import { settingCookies, signedIn } from './browser'

export const loader = page(async ({ actor, t }) => ({
  ties: await ownTies(signedIn(actor)),
  title: t('identity.account.leaving'),
}))

export const action = form(LeavingForm, async ({ actor, values, request }) => {
  await leave(signedIn(actor), values.password)
  return go('/', { key: 'identity.notice.left' }, settingCookies([await closeSignIn(request.headers.get('Cookie'))]))
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Leaving() {
  const { ties, title } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <>
      <h1>{title}</h1>
      <AccountMenu />
      <section>
        <h2>{t('identity.leaving.data')}</h2>
        <p>{t('identity.leaving.data-text')}</p>
        <p className="hint">{t('identity.leaving.no-ballots')}</p>
        <p>
          <a className="quiet-button" href="/account/data" download>
            {t('identity.leaving.download')}
          </a>
        </p>
      </section>
      <section>
        <h2>{t('identity.leaving.leave')}</h2>
        <div className="columns even">
          <Said what="goes" lines={['profile', 'sign-ins', 'notices', 'drafts', 'rights']} />
          <Said what="stays" lines={['public', 'votes', 'journal', 'others']} />
        </div>
        {ties.length > 0 ? <Ties /> : <Farewell />}
      </section>
    </>
  )
}

function Said({ what, lines }: { what: string; lines: string[] }) {
  const t = useWords()
  return (
    <div className="card">
      <h3>{t(`identity.leaving.${what}.title`)}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{t(`identity.leaving.${what}.${line}`, { name: nameOfWhoLeft })}</li>
        ))}
      </ul>
    </div>
  )
}

/** What has to be handed over first, all at once. */
function Ties() {
  const { ties } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <div className="notice refused">
      <p>
        <strong>{t('identity.leaving.not-yet')}</strong>
      </p>
      <ul>
        {ties.map(({ reason, values }) => (
          <li key={reason + values.name}>{t(`refusals.${reason}`, values)}</li>
        ))}
      </ul>
    </div>
  )
}

function Farewell() {
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = { password: t('identity.password'), sure: t('identity.leaving.confirm') }
  return (
    <Form method="post" className="narrow">
      <FormErrors result={result} labels={labels} />
      <TextField
        name="password"
        type="password"
        label={labels.password}
        autoComplete="current-password"
        required
        result={result}
      />
      <label className="choice" id="sure">
        <input type="checkbox" name="sure" required aria-invalid={errorsOf(result, 'sure').length > 0 || undefined} />
        <span>{t('identity.leaving.sure')}</span>
      </label>
      <button className="danger-button">{t('identity.leaving.button')}</button>
    </Form>
  )
}
