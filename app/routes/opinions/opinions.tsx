import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Card, CardPage } from '#app/components/card-page'
import { hasRoleSomewhere } from '#app/domain/authorization'
import { ListForm } from '#app/domain/opinions/forms'
import { conversationList } from '#app/domain/opinions/queries.server'
import { placeBySlug } from '#app/domain/proposals/queries.server'
import { found } from '#app/domain/refusal'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ actor, url, language: reading, t }) => {
  const { territory: slug, after } = ListForm.parse(Object.fromEntries(url.searchParams))
  const place = slug ? found(await placeBySlug(slug)) : null
  const list = await conversationList({ reading, ...(place && { territoryPath: place.path }), ...(after && { after }) })
  return {
    ...list,
    slug: place?.slug ?? null,
    makes: hasRoleSomewhere(actor, 'officer') || hasRoleSomewhere(actor, 'facilitator'),
    title: place ? t('opinions.title-in', { name: place.name }) : t('opinions.title'),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Opinions() {
  const { conversations, next, slug, makes, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const reading = useLanguage()
  return (
    <CardPage room="opinions" title={title} makes={makes} slug={slug} next={next}>
      {conversations.map(({ id, title: name, language, territoryName, open, closesAt, statements, people }) => (
        <Card
          key={id}
          to={`/opinions/${id}`}
          title={name}
          language={language}
          badge={open ? 'badge time' : 'badge'}
          stage={t(open ? 'opinions.is-open' : 'opinions.is-closed')}
          more={
            <>
              <p>
                {t('opinions.statements', { count: statements })}
                {people > 0 && ` · ${t('opinions.people', { count: people })}`}
              </p>
              {open && closesAt && <p>{t('opinions.until', { when: formatDate(closesAt, reading, 'time') })}</p>}
            </>
          }
        >
          {territoryName}
        </Card>
      ))}
    </CardPage>
  )
}
