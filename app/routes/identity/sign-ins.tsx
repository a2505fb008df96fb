import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ownSignIns } from '#app/domain/identity/profile.server'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { AccountMenu } from './account-menu'
import { signedIn } from './browser'

export const loader = page(async ({ actor, signInId, t }) => ({
  signIns: await ownSignIns(signedIn(actor), signInId),
  title: t('identity.account.sign-ins'),
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function SignIns() {
  const { signIns, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  return (
    <>
      <h1>{title}</h1>
      <AccountMenu />
      <p>{t('identity.sign-ins.text')}</p>
      <ul className="cards">
        {signIns.map(({ signIn, device, createdAt, here }) => (
          <li key={signIn}>
            <div className="card">
              <h2>
                <bdi dir="ltr">{device || t('identity.sign-ins.unknown')}</bdi>
              </h2>
              <p className="meta">
                {t('identity.sign-ins.since', { date: formatDate(createdAt, language, 'moment') })}
              </p>
              {here ? (
                <p className="badge done">{t('identity.sign-ins.here')}</p>
              ) : (
                <form method="post" action="/account/sign-ins/end">
                  <button className="danger-button" name="signIn" value={signIn}>
                    {t('identity.sign-ins.end')}
                  </button>
                </form>
              )}
            </div>
          </li>
        ))}
      </ul>
      {signIns.length > 1 && (
        <form method="post" action="/account/sign-ins/others">
          <button className="quiet-button">{t('identity.sign-ins.end-others')}</button>
        </form>
      )}
    </>
  )
}
