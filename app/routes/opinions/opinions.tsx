import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Link } from '#app/components/link'
import { hasRoleSomewhere } from '#app/domain/authorization'
import { ListForm } from '#app/domain/opinions/forms'
import { conversationList } from '#app/domain/opinions/queries.server'
import { placeBySlug } from '#app/domain/proposals/queries.server'
import { found } from '#app/domain/refusal'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ actor, url, t }) => {
  const { territory: slug, after } = ListForm.parse(Object.fromEntries(url.searchParams))
  const place = slug ? found(await placeBySlug(slug)) : null
  const list = await conversationList({ ...(place && { territoryPath: place.path }), ...(after && { after }) })
  return {
    ...list,
    slug: place?.slug ?? null,
    opens: hasRoleSomewhere(actor, 'officer') || hasRoleSomewhere(actor, 'facilitator'),
    title: place ? t('opinions.title-in', { name: place.name }) : t('opinions.title'),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Opinions() {
  const { conversations, next, slug, opens, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const reading = useLanguage()
  return (
    <>
      <h1>{title}</h1>
      <p>{t('opinions.what-it-is')}</p>
      {opens && (
        <p className="actions">
          <Link className="button" to="/opinions/new">
            {t('opinions.open')}
          </Link>
        </p>
      )}
      {conversations.length === 0 && (
        <div className="empty">
          <p>{t('opinions.none')}</p>
        </div>
      )}
      <ul className="cards">
        {conversations.map(({ id, title: name, language, territoryName, open, closesAt, statements, people }) => (
          <li key={id}>
            <article className="card">
              <h2>
                <Link to={`/opinions/${id}`}>
                  <bdi lang={language}>{name}</bdi>
                </Link>
              </h2>
              <p className="meta">
                <span className={open ? 'badge time' : 'badge'}>
                  {t(open ? 'opinions.is-open' : 'opinions.is-closed')}
                </span>{' '}
                {territoryName}
              </p>
              <p>
                {t('opinions.statements', { count: statements })}
                {people > 0 && ` · ${t('opinions.people', { count: people })}`}
              </p>
              {open && closesAt && <p>{t('opinions.until', { when: formatDate(closesAt, reading, 'moment') })}</p>}
            </article>
          </li>
        ))}
      </ul>
      {next && (
        <p className="actions">
          <Link
            className="quiet-button"
            rel="next"
            to={`/opinions?${new URLSearchParams({ ...(slug && { territory: slug }), after: next })}`}
          >
            {t('shell.more')}
          </Link>
        </p>
      )}
    </>
  )
}
