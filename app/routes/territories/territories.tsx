import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { Link } from '#app/components/link'
import { usePlaceName } from '#app/components/place-name'
import { TerritoryMap } from '#app/components/territory-map'
import { territoryList, territoryMap } from '#app/domain/territories/queries.server'
import { useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ url, t }) => {
  const search = url.searchParams.get('q')?.slice(0, 80) ?? ''
  const [territories, picture] = await Promise.all([territoryList(search), territoryMap('/')])
  return { search, territories, picture, title: t('territories.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Territories() {
  const { search, territories, picture } = useLoaderData<typeof loader>()
  const t = useWords()
  const placeName = usePlaceName()
  return (
    <>
      <h1>{t('territories.title')}</h1>
      <p>{t('territories.map-hint')}</p>
      <div className="columns even">
        <TerritoryMap picture={picture} label={t('territories.map')} />
        <div>
          <Form method="get" role="search" className="search">
            <TextField name="q" type="search" label={t('territories.search')} value={search} />
            <button className="button">{t('territories.search-button')}</button>
          </Form>
          {territories.length === 0 ? (
            <p className="empty">{t('territories.none')}</p>
          ) : (
            <ul className="long-list scrolls" tabIndex={0} aria-label={t('territories.title')}>
              {territories.map(({ slug, name, kind }) => (
                <li key={slug}>
                  <Link to={`/territories/${slug}`}>{placeName({ name, kind })}</Link>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </>
  )
}
