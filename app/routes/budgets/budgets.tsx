import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Link } from '#app/components/link'
import { hasRoleSomewhere } from '#app/domain/authorization'
import { BudgetListForm } from '#app/domain/budgets/forms'
import { budgetList } from '#app/domain/budgets/queries.server'
import { placeBySlug } from '#app/domain/proposals/queries.server'
import { found } from '#app/domain/refusal'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { Money } from './money'

export const loader = page(async ({ actor, url, t }) => {
  const { territory: slug, after } = BudgetListForm.parse(Object.fromEntries(url.searchParams))
  const place = slug ? found(await placeBySlug(slug)) : null
  const list = await budgetList(actor, { ...(place && { territoryPath: place.path }), ...(after && { after }) })
  return {
    ...list,
    slug: place?.slug ?? null,
    makes: hasRoleSomewhere(actor, 'officer'),
    title: place ? t('budgets.title-in', { name: place.name }) : t('budgets.title'),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Budgets() {
  const { budgets, next, slug, makes, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const reading = useLanguage()
  return (
    <>
      <h1>{title}</h1>
      <p>{t('budgets.what-it-is')}</p>
      {makes && (
        <p className="actions">
          <Link className="button" to="/budgets/new">
            {t('budgets.make')}
          </Link>
        </p>
      )}
      {budgets.length === 0 && (
        <div className="empty">
          <p>{t('budgets.none')}</p>
        </div>
      )}
      <ul className="cards">
        {budgets.map((budget) => (
          <li key={budget.id}>
            <article className="card">
              <h2>
                <Link to={`/budgets/${budget.id}`}>
                  <bdi lang={budget.language}>{budget.title}</bdi>
                </Link>
              </h2>
              <p className="meta">
                <span className={budget.phase === 'follow' ? 'badge done' : 'badge time'}>
                  {t(`budgets.phase.${budget.phase}`)}
                </span>{' '}
                <bdi>{budget.territoryName}</bdi> · <Money amount={budget.money} /> ·{' '}
                {t('budgets.projects-count', { count: budget.projects })}
              </p>
              {budget.next && (
                <p>{t(`budgets.next.${budget.next.what}`, { when: formatDate(budget.next.at, reading, 'moment') })}</p>
              )}
            </article>
          </li>
        ))}
      </ul>
      {next && (
        <p className="actions">
          <Link
            className="quiet-button"
            rel="next"
            to={`/budgets?${new URLSearchParams({ ...(slug && { territory: slug }), after: next })}`}
          >
            {t('shell.more')}
          </Link>
        </p>
      )}
    </>
  )
}
