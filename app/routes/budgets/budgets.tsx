import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Card, CardPage } from '#app/components/card-page'
import { hasRoleSomewhere } from '#app/domain/authorization'
import { BudgetListForm } from '#app/domain/budgets/forms'
import { budgetList } from '#app/domain/budgets/queries.server'
import { placeBySlug } from '#app/domain/proposals/queries.server'
import { found } from '#app/domain/refusal'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { Money } from './money'

export const loader = page(async ({ actor, url, language: reading, t }) => {
  const { territory: slug, after } = BudgetListForm.parse(Object.fromEntries(url.searchParams))
  const place = slug ? found(await placeBySlug(slug)) : null
  const list = await budgetList(actor, {
    reading,
    ...(place && { territoryPath: place.path }),
    ...(after && { after }),
  })
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
    <CardPage room="budgets" title={title} makes={makes} slug={slug} next={next}>
      {budgets.map((budget) => (
        <Card
          key={budget.id}
          to={`/budgets/${budget.id}`}
          title={budget.title}
          language={budget.language}
          badge={budget.phase === 'follow' ? 'badge done' : 'badge time'}
          stage={t(`budgets.phase.${budget.phase}`)}
          more={
            budget.next && (
              <p>{t(`budgets.next.${budget.next.what}`, { when: formatDate(budget.next.at, reading, 'time') })}</p>
            )
          }
        >
          {budget.territoryName} · <Money amount={budget.money} /> ·{' '}
          {t('budgets.projects-count', { count: budget.projects })}
        </Card>
      ))}
    </CardPage>
  )
}
