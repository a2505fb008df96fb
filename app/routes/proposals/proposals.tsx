import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Link } from '#app/components/link'
import { ProposalCards } from '#app/components/proposal-cards'
import { ListForm } from '#app/domain/proposals/forms'
import {
  associationById,
  placeBySlug,
  placesToLook,
  proposalCount,
  proposalList,
} from '#app/domain/proposals/queries.server'
import { found } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { addressOf, type Chosen, ListFilters } from './list-filters'

export const loader = page(async ({ url, t }) => {
  const { territory: slug, association: id, after, ...filters } = ListForm.parse(Object.fromEntries(url.searchParams))
  const place = slug ? found(await placeBySlug(slug)) : null
  const association = id ? found(await associationById(id)) : null
  const asked = { ...filters, territoryPath: place?.path, ...(association && { associationId: association.id }), after }
  const [{ cards, next }, { count, more }, places] = await Promise.all([
    proposalList(asked),
    proposalCount(asked),
    placesToLook(place?.slug),
  ])
  const everywhere = association ? t('proposals.title-of', { name: association.name }) : t('proposals.title')
  const title = place ? t('proposals.title-in', { name: place.name }) : everywhere
  return {
    cards,
    next,
    count,
    more,
    place: place && { name: place.name, slug: place.slug },
    places,
    association,
    filters,
    after,
    title,
  }
})

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  { title: `${data?.title} · Agorà` },
  {
    tagName: 'link',
    rel: 'alternate',
    type: 'application/atom+xml',
    title: data?.title,
    href: `/proposals/feed.xml${location.search}`,
  },
]

export default function Proposals() {
  const { cards, next, count, more, place, places, association, filters, after, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const chosen = { ...filters, territory: place?.slug, association: association?.id }
  return (
    <>
      <h1>{title}</h1>
      <p className="actions">
        <Link className="button" to={place ? `/proposals/new?territory=${place.slug}` : '/proposals/new'}>
          {t('proposals.write')}
        </Link>
        <a href={addressOf(chosen, {}, '/proposals/feed.xml')}>{t('proposals.feed')}</a>
      </p>
      {association && (
        <p>
          <Link to={`/associations/${association.id}`}>
            <bdi>{association.name}</bdi>
          </Link>{' '}
          · <Link to={addressOf(chosen, { association: undefined })}>{t('proposals.of-all')}</Link>
        </p>
      )}
      {place && (
        <p>
          <Link to={`/territories/${place.slug}`}>{t('proposals.back-to-forum', { name: place.name })}</Link> ·{' '}
          <Link to={addressOf(chosen, { territory: undefined })}>{t('proposals.everywhere')}</Link>
        </p>
      )}
      <ListFilters chosen={chosen} places={places} />
      <p className="meta" aria-live="polite">
        {more ? t('proposals.found-more', { count }) : t('proposals.found', { count })}
        {more && filters.sort === 'match' && ` · ${t('proposals.found-newest', { count })}`}
      </p>
      {cards.length > 0 ? <ProposalCards proposals={cards} under="h1" /> : <NoneFound chosen={chosen} place={place} />}
      <p className="actions">
        {after && <Link to={addressOf(chosen, {})}>{t('shell.first-page')}</Link>}
        {next && (
          <Link className="quiet-button" to={addressOf(chosen, { after: next })} rel="next">
            {t('shell.more')}
          </Link>
        )}
      </p>
    </>
  )
}

/** What was looked for and is not there, and the ways on: look wider, or write it. */
function NoneFound({ chosen, place }: { chosen: Chosen; place: { name: string; slug: string } | null }) {
  const t = useWords()
  const { q, topic, stage, due, sort, territory } = chosen
  const narrowed = Boolean(topic || stage || due)
  const said = q ? 'no-words' : narrowed ? 'none-narrowed' : 'none'
  return (
    <div className="empty">
      <p>{place && (q || !narrowed) ? t(`proposals.${said}-in`, { name: place.name }) : t(`proposals.${said}`)}</p>
      {q && <p className="hint">{t('proposals.search.other-words')}</p>}
      <p className="actions">
        {narrowed && <Link to={addressOf({ q, sort, territory }, {})}>{t('proposals.all')}</Link>}
        {q && place && <Link to={addressOf(chosen, { territory: undefined })}>{t('proposals.search.everywhere')}</Link>}
        {(q || !narrowed) && (
          <Link className="quiet-button" to={place ? `/proposals/new?territory=${place.slug}` : '/proposals/new'}>
            {t('proposals.write')}
          </Link>
        )}
      </p>
    </div>
  )
}
