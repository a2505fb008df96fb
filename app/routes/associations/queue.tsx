import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Link } from '#app/components/link'
import { WayBack } from '#app/components/way-back'
import { officerQueue, type QueueState } from '#app/domain/associations/queries.server'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { signedIn } from './signed-in'
import { VerificationBadge } from './verification-badge'

const states: QueueState[] = ['submitted', 'incomplete', 'verified', 'refused', 'suspended']

export const loader = page(async ({ actor, url, t }) => {
  const asked = url.searchParams.get('state')
  const state = states.find((known) => known === asked) ?? 'submitted'
  return { state, associations: await officerQueue(signedIn(actor), state), title: t('associations.queue.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Queue() {
  const { state: current, associations, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  return (
    <>
      <WayBack to="/desk">{t('answers.desk.title')}</WayBack>
      <h1>{title}</h1>
      <nav aria-label={t('associations.queue.states')}>
        <ul className="chips">
          {states.map((state) => (
            <li key={state}>
              <Link className="chip" to={`?state=${state}`} aria-current={state === current ? 'page' : undefined}>
                {t(`associations.state.${state}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {associations.length === 0 && <p className="empty">{t('associations.queue.none')}</p>}
      <ul className="cards">
        {associations.map(({ id, name, legalForm, submittedAt, verification, seat }) => (
          <li key={id}>
            <div className="card">
              <h2>
                <Link to={`/desk/associations/${id}`}>
                  <bdi>{name}</bdi>
                </Link>
              </h2>
              <p>
                <VerificationBadge state={verification} /> {legalForm && t(`associations.form.${legalForm}`)}
              </p>
              <p className="meta">
                {seat?.name}
                {submittedAt && ` · ${t('associations.queue.sent', { date: formatDate(submittedAt, language) })}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
