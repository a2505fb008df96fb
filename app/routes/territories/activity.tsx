import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Activity } from '#app/components/activity'
import { Link } from '#app/components/link'
import { WayBack } from '#app/components/way-back'
import { activityOf } from '#app/domain/journal/queries.server'
import { territoryBySlug } from '#app/domain/territories/queries.server'
import { useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ param, url, language, t }) => {
  const { name, slug, path } = await territoryBySlug(param('slug'))
  const asked = { territoryPath: path, reading: language, cursor: url.searchParams.get('after') }
  const activity = await activityOf(asked, 30)
  return { name, slug, ...activity, title: t('territories.activity-in', { name }) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function TerritoryActivity() {
  const { name, slug, entries, next, title } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <div className="narrow">
      <WayBack to={`/territories/${slug}`}>{t('territories.forum-of', { name })}</WayBack>
      <h1>{title}</h1>
      {entries.length > 0 ? <Activity entries={entries} /> : <p className="empty">{t('territories.activity-none')}</p>}
      {next && (
        <p>
          <Link className="quiet-button" to={`/territories/${slug}/activity?after=${next}`}>
            {t('territories.activity-older')}
          </Link>
        </p>
      )}
    </div>
  )
}
