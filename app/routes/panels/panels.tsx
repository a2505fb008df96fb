import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Link } from '#app/components/link'
import { hasRoleSomewhere } from '#app/domain/authorization'
import { ListForm } from '#app/domain/opinions/forms'
import { panelList } from '#app/domain/panels/queries.server'
import { placeBySlug } from '#app/domain/proposals/queries.server'
import { found } from '#app/domain/refusal'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ actor, url, t }) => {
  const { territory: slug, after } = ListForm.parse(Object.fromEntries(url.searchParams))
  const place = slug ? found(await placeBySlug(slug)) : null
  const list = await panelList(actor, { ...(place && { territoryPath: place.path }), ...(after && { after }) })
  return {
    ...list,
    slug: place?.slug ?? null,
    makes: hasRoleSomewhere(actor, 'officer') || hasRoleSomewhere(actor, 'facilitator'),
    title: place ? t('panels.title-in', { name: place.name }) : t('panels.title'),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Panels() {
  const { panels, next, slug, makes, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const reading = useLanguage()
  return (
    <>
      <h1>{title}</h1>
      <p>{t('panels.what-it-is')}</p>
      {makes && (
        <p className="actions">
          <Link className="button" to="/panels/new">
            {t('panels.make')}
          </Link>
        </p>
      )}
      {panels.length === 0 && (
        <div className="empty">
          <p>{t('panels.none')}</p>
        </div>
      )}
      <ul className="cards">
        {panels.map(({ id, title: name, language, territoryName, stage, seats, gathersTo, drawsAt }) => (
          <li key={id}>
            <article className="card">
              <h2>
                <Link to={`/panels/${id}`}>
                  <bdi lang={language}>{name}</bdi>
                </Link>
              </h2>
              <p className="meta">
                <span className={badges[stage]}>{t(`panels.stage.${stage}`)}</span> <bdi>{territoryName}</bdi> ·{' '}
                {t('panels.seats', { count: seats })}
              </p>
              {stage === 'gathering' && (
                <p>{t('panels.join-until', { when: formatDate(gathersTo, reading, 'moment') })}</p>
              )}
              {stage === 'published' && <p>{t('panels.draws-at', { when: formatDate(drawsAt, reading, 'moment') })}</p>}
            </article>
          </li>
        ))}
      </ul>
      {next && (
        <p className="actions">
          <Link
            className="quiet-button"
            rel="next"
            to={`/panels?${new URLSearchParams({ ...(slug && { territory: slug }), after: next })}`}
          >
            {t('shell.more')}
          </Link>
        </p>
      )}
    </>
  )
}

const badges = {
  draft: 'badge',
  gathering: 'badge time',
  preparing: 'badge',
  published: 'badge time',
  drawn: 'badge done',
}
