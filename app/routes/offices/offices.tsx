import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Link } from '#app/components/link'
import { WayBack } from '#app/components/way-back'
import { closedOfficesUnder, officesUnder } from '#app/domain/offices/queries.server'
import { Refusal } from '#app/domain/refusal'
import { formatDate, formatFeast } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ actor, t }) => {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  return {
    territories: await officesUnder(actor),
    closed: await closedOfficesUnder(actor),
    title: t('offices.title'),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Offices() {
  const { territories, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  return (
    <>
      <WayBack to="/admin">{t('shell.administration')}</WayBack>
      <h1>{title}</h1>
      <p>{t('offices.text')}</p>
      <p className="actions">
        <Link className="button" to="/admin/offices/new">
          {t('offices.open')}
        </Link>
      </p>
      {territories.length === 0 && <p className="empty">{t('offices.none')}</p>}
      {territories.map(({ id, name, slug, patronName, patronFeast, offices }) => (
        <section key={id} aria-labelledby={slug}>
          <h2 id={slug}>{name}</h2>
          <p className="meta">
            {patronFeast
              ? t('offices.patron', { name: patronName ?? '—', date: formatFeast(patronFeast, language) })
              : t('offices.no-patron')}{' '}
            <Link to={`/territories/${slug}/patron`}>
              {t('offices.patron-change')}
              <span className="visually-hidden">: {name}</span>
            </Link>
          </p>
          <ul className="cards">
            {offices.map((office) => (
              <li key={office.id}>
                <div className="card">
                  <h3>
                    <Link to={`/admin/offices/${office.id}`}>{office.name}</Link>
                  </h3>
                  {office.people > 0 ? (
                    <p>{t('offices.people', { count: office.people })}</p>
                  ) : (
                    <p>
                      <span className="badge time">{t('offices.nobody')}</span>
                    </p>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Closed />
    </>
  )
}

function Closed() {
  const { closed } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  if (closed.length === 0) return null
  return (
    <section aria-labelledby="closed-offices">
      <h2 id="closed-offices">{t('offices.closed-ones')}</h2>
      <ul>
        {closed.map(({ id, name, closedAt, territory }) => (
          <li key={id}>
            <Link to={`/admin/offices/${id}`}>
              <bdi>{name}</bdi>
            </Link>{' '}
            <span className="meta">
              {territory.name}
              {closedAt && ` · ${t('offices.closed-since', { date: formatDate(closedAt, language, 'short') })}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
