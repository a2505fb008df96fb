import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Choices } from '#app/components/fields'
import { FollowButton } from '#app/components/follow-button'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { Link } from '#app/components/link'
import { choosePreferences } from '#app/domain/notifications/commands.server'
import { type Follow, followsOf } from '#app/domain/notifications/follows.server'
import { PreferencesForm } from '#app/domain/notifications/forms'
import { mailChoices } from '#app/domain/notifications/preferences'
import { preferencesOf } from '#app/domain/notifications/queries.server'
import { families } from '#app/domain/notifications/recipients'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, url, t }) => {
  const [choices, followed] = await Promise.all([preferencesOf(actor), followsOf(actor, url.searchParams.get('after'))])
  return { choices, ...followed, title: t('notifications.preferences') }
})

export const action = form(PreferencesForm, async ({ actor, values }) => {
  await choosePreferences(actor, values)
  return go('/account/notifications', { key: 'notifications.chosen', kind: 'done' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Preferences() {
  const { choices, follows, next, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const label = (family: string) => t(`notifications.family.${family}`)
  return (
    <div className="narrow">
      <p>
        <Link to="/account">{t('shell.account')}</Link> · <a href="#follows">{t('notifications.follows.title')}</a>
      </p>
      <h1>{title}</h1>
      <p>{t('notifications.always-sent')}</p>
      <Form method="post" className="preferences">
        <FormErrors result={result} labels={label} />
        {families.map((family) => (
          <Choices
            key={family}
            name={family}
            legend={label(family)}
            options={mailChoices.map((value) => ({ value, label: t(`notifications.mail.${value}`) }))}
            value={choices[family]}
            result={result}
          />
        ))}
        <button className="button">{t('shell.save')}</button>
      </Form>
      <Follows follows={follows} next={next} />
    </div>
  )
}

/** What one follows, each with the button that ends it. */
function Follows({ follows, next }: { follows: Follow[]; next: string | null }) {
  const t = useWords()
  return (
    <section aria-labelledby="follows">
      <h2 id="follows">{t('notifications.follows.title')}</h2>
      <p>{t('notifications.follows.also')}</p>
      {follows.length === 0 && <p className="empty">{t('notifications.follows.none')}</p>}
      <ul className="follows">
        {follows.map(({ subjectKind, subjectId, title, language, place }) => (
          <li key={`${subjectKind} ${subjectId}`}>
            <p>
              <Link to={place} lang={language ?? undefined}>
                <bdi>{title ?? t('proposals.hidden-title')}</bdi>
              </Link>{' '}
              <span className="meta">{t(`notifications.follows.${subjectKind}`)}</span>
            </p>
            <FollowButton subjectKind={subjectKind} subjectId={subjectId} following />
          </li>
        ))}
      </ul>
      {next && (
        <p>
          <Link className="quiet-button" to={`/account/notifications?after=${next}#follows`}>
            {t('shell.more')}
          </Link>
        </p>
      )}
    </section>
  )
}
