import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Link } from '#app/components/link'
import { officeToManage } from '#app/domain/offices/queries.server'
import { formatDate } from '#app/i18n/formats'
import { listed } from '#app/i18n/languages'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ actor, param }) => ({ office: await officeToManage(actor, param('officeId')) }))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.office.name} · Agorà` }]

export default function Office() {
  const { office } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  const at = `/admin/offices/${office.id}`
  return (
    <>
      <p className="meta">
        <Link to="/admin/offices">{t('offices.title')}</Link> · {office.territory.name}
      </p>
      <h1>{office.name}</h1>
      {office.closedAt && <Closed on={office.closedAt} />}
      <dl className="facts">
        <dt>{t('offices.description')}</dt>
        <dd>{office.description || <span className="meta">{t('associations.not-written')}</span>}</dd>
        <dt>{t('offices.topics')}</dt>
        <dd>
          {office.topics.length > 0
            ? listed(
                office.topics.map((topic) => t(`proposals.topic.${topic}`)),
                language,
              )
            : t('offices.every-topic')}
        </dd>
        {office.email && (
          <>
            <dt>{t('offices.email')}</dt>
            <dd>
              <bdi dir="ltr">{office.email}</bdi>
            </dd>
          </>
        )}
      </dl>
      {!office.closedAt && (
        <p>
          <Link to={`${at}/change`}>{t('offices.change')}</Link>
        </p>
      )}
      <div className="columns even">
        <People />
        <Closures />
      </div>
      {!office.closedAt && (
        <p>
          <Link to={`${at}/closing`}>{t('offices.close')}</Link>
        </p>
      )}
    </>
  )
}

function Closed({ on }: { on: Date }) {
  const t = useWords()
  return <p className="notice">{t('offices.closed-on', { date: formatDate(on, useLanguage()) })}</p>
}

function People() {
  const { office } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  const at = `/admin/offices/${office.id}/members`
  return (
    <section aria-labelledby="people">
      <h2 id="people">{t('offices.members')}</h2>
      {office.members.length === 0 && (
        <p className="empty">{t(office.closedAt ? 'offices.nobody-any-more' : 'offices.nobody-text')}</p>
      )}
      <ul className="cards">
        {office.members.map(({ id, rank, person, startsOn, endsOn }) => (
          <li key={id}>
            <div className="card">
              <h3>
                <bdi>{person.realName ?? person.pseudonym}</bdi>
              </h3>
              <p>
                <strong>{t(`offices.rank.${rank}`)}</strong>
                <br />
                <bdi dir="ltr">{person.email}</bdi>
              </p>
              <p className="meta">
                {t('identity.roles.from', { date: formatDate(startsOn, language, 'short') })}
                {endsOn && ` · ${t('identity.roles.to', { date: formatDate(endsOn, language, 'short') })}`}
              </p>
              {!office.closedAt && (
                <Link to={`${at}/${id}/end`} className="quiet-button">
                  {t('offices.seat-end')}
                  <span className="visually-hidden">
                    : <bdi>{person.pseudonym}</bdi>
                  </span>
                </Link>
              )}
            </div>
          </li>
        ))}
      </ul>
      {!office.closedAt && (
        <p className="actions">
          <Link className="button" to={at}>
            {t('offices.seat')}
          </Link>
        </p>
      )}
    </section>
  )
}

function Closures() {
  const { office } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  const at = `/admin/offices/${office.id}/closures`
  return (
    <section aria-labelledby="closures">
      <h2 id="closures">{t('offices.closures')}</h2>
      {office.closures.length === 0 && <p className="empty">{t('offices.no-closures')}</p>}
      <ul className="cards">
        {office.closures.map(({ id, startsOn, endsOn, reason }) => (
          <li key={id}>
            <div className="card">
              <h3>
                {formatDate(startsOn, language, 'short')} – {formatDate(endsOn, language, 'short')}
              </h3>
              <p>{reason}</p>
              {!office.closedAt && (
                <form method="post" action={`${at}/${id}/removal`}>
                  <button className="danger-button">
                    {t('offices.closure-remove')}
                    <span className="visually-hidden">: {reason}</span>
                  </button>
                </form>
              )}
            </div>
          </li>
        ))}
      </ul>
      {!office.closedAt && (
        <p className="actions">
          <Link className="quiet-button" to={at}>
            {t('offices.closure-add')}
          </Link>
        </p>
      )}
    </section>
  )
}
