import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Card, CardPage } from '#app/components/card-page'
import { hasRoleSomewhere } from '#app/domain/authorization'
import { ListForm } from '#app/domain/opinions/forms'
import { panelList } from '#app/domain/panels/queries.server'
import { placeBySlug } from '#app/domain/proposals/queries.server'
import { found } from '#app/domain/refusal'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ actor, url, language: reading, t }) => {
  const { territory: slug, after } = ListForm.parse(Object.fromEntries(url.searchParams))
  const place = slug ? found(await placeBySlug(slug)) : null
  const list = await panelList(actor, { reading, ...(place && { territoryPath: place.path }), ...(after && { after }) })
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
    <CardPage room="panels" title={title} makes={makes} slug={slug} next={next}>
      {panels.map(({ id, title: name, language, territoryName, stage, seats, gathersTo, drawsAt }) => (
        <Card
          key={id}
          to={`/panels/${id}`}
          title={name}
          language={language}
          badge={badges[stage]}
          stage={t(`panels.stage.${stage}`)}
          more={
            <>
              {stage === 'gathering' && (
                <p>{t('panels.join-until', { when: formatDate(gathersTo, reading, 'time') })}</p>
              )}
              {stage === 'published' && <p>{t('panels.draws-at', { when: formatDate(drawsAt, reading, 'time') })}</p>}
            </>
          }
        >
          {territoryName} · {t('panels.seats', { count: seats })}
        </Card>
      ))}
    </CardPage>
  )
}

const badges = {
  draft: 'badge',
  gathering: 'badge time',
  preparing: 'badge',
  published: 'badge time',
  drawn: 'badge done',
}
