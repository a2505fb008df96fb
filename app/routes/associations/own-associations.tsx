import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Link } from '#app/components/link'
import { WayBack } from '#app/components/way-back'
import { ownAssociations } from '#app/domain/associations/queries.server'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { OfficeWords } from './office-words'
import { signedIn } from './signed-in'
import { VerificationBadge } from './verification-badge'

export const loader = page(async ({ actor, t }) => ({
  associations: await ownAssociations(signedIn(actor)),
  title: t('associations.own.title'),
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function OwnAssociations() {
  const { associations, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  return (
    <>
      <WayBack to="/account">{t('shell.account')}</WayBack>
      <h1>{title}</h1>
      {associations.length === 0 && <p className="empty">{t('associations.own.none')}</p>}
      <ul className="cards">
        {associations.map(({ id, name, kind, verification, verificationNote, startsOn, toCome }) => (
          <li key={`${id} ${kind}`}>
            <div className="card">
              <h2>
                {toCome && verification !== 'verified' ? (
                  <bdi>{name}</bdi>
                ) : (
                  <Link to={`/associations/${id}`}>
                    <bdi>{name}</bdi>
                  </Link>
                )}
              </h2>
              <p>
                {t(`associations.mandate.${kind}`)} · <VerificationBadge state={verification} />
              </p>
              {toCome && (
                <p className="meta">
                  {t('associations.mandates.to-come')} ·{' '}
                  {t('associations.mandates.from', { date: formatDate(startsOn, language, 'short') })}
                </p>
              )}
              <OfficeWords papers={{ verification, verificationNote }} />
              {!toCome && kind !== 'member' && ['claimed', 'incomplete', 'refused'].includes(verification) && (
                <Link className="button" to={`/associations/${id}/registration/summary`}>
                  {t('associations.page.continue')}
                </Link>
              )}
              {verification === 'suspended' && verificationNote && (
                <Link className="quiet-button" to={`/associations/${id}/registration/summary`}>
                  {t('associations.steps.summary')}
                </Link>
              )}
            </div>
          </li>
        ))}
      </ul>
      <p className="actions">
        <Link className="quiet-button" to="/associations/new">
          {t('associations.register.new')}
        </Link>
      </p>
    </>
  )
}
