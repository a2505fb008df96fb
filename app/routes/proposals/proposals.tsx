import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Link } from '#app/components/link'
import { ProposalCards } from '#app/components/proposal-cards'
import { ListForm } from '#app/domain/proposals/forms'
import { dues, sorts } from '#app/domain/proposals/listing'
import { placeBySlug, proposalCount, proposalList } from '#app/domain/proposals/queries.server'
import { topics } from '#app/domain/proposals/topics'
import { found } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ url, t }) => {
  const { territory: slug, after, ...filters } = ListForm.parse(Object.fromEntries(url.searchParams))
  const place = slug ? found(await placeBySlug(slug)) : null
  const asked = { ...filters, territoryPath: place?.path, after }
  const [{ cards, next }, { count, more }] = await Promise.all([proposalList(asked), proposalCount(asked)])
  const title = place ? t('proposals.title-in', { name: place.name }) : t('proposals.title')
  return { cards, next, count, more, place: place && { name: place.name, slug: place.slug }, filters, after, title }
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
  const { cards, next, count, more, place, filters, after, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const chosen = { ...filters, territory: place?.slug }
  const narrowed = Boolean(filters.topic || filters.stage || filters.due)
  return (
    <>
      <h1>{title}</h1>
      <p className="actions">
        <Link className="button" to={place ? `/proposals/new?territory=${place.slug}` : '/proposals/new'}>
          {t('proposals.write')}
        </Link>
        <a href={addressOf(chosen, {}, '/proposals/feed.xml')}>{t('proposals.feed')}</a>
      </p>
      {place && (
        <p>
          <Link to={`/territories/${place.slug}`}>{t('proposals.back-to-forum', { name: place.name })}</Link> ·{' '}
          <Link to={addressOf(chosen, { territory: undefined })}>{t('proposals.everywhere')}</Link>
        </p>
      )}
      <Chips name="sort" values={sorts} chosen={chosen} />
      <details open={narrowed}>
        <summary>{t('proposals.filter')}</summary>
        <Chips name="stage" values={['open', 'qualified', 'answered', 'archived', 'withdrawn']} chosen={chosen} />
        <Chips name="due" values={dues} chosen={chosen} />
        <Chips name="topic" values={topics} chosen={chosen} />
      </details>
      <p className="meta" aria-live="polite">
        {more ? t('proposals.found-more', { count }) : t('proposals.found', { count })}
      </p>
      {cards.length > 0 ? (
        <ProposalCards proposals={cards} under="h1" />
      ) : (
        <div className="empty">
          <p>
            {narrowed
              ? t('proposals.none-narrowed')
              : place
                ? t('proposals.none-in', { name: place.name })
                : t('proposals.none')}
          </p>
          {narrowed && (
            <Link to={addressOf({ sort: filters.sort, territory: place?.slug }, {})}>{t('proposals.all')}</Link>
          )}
        </div>
      )}
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

type Chosen = Partial<Record<'territory' | 'topic' | 'stage' | 'due' | 'sort' | 'after', string | undefined>>

/** One filter as links: each an address one can share; the chosen one, pressed again, is taken off. */
function Chips({
  name,
  values,
  chosen,
}: {
  name: 'sort' | 'stage' | 'due' | 'topic'
  values: readonly string[]
  chosen: Chosen
}) {
  const t = useWords()
  return (
    <nav aria-label={t(`proposals.filters.${name}`)}>
      <ul className="chips">
        {values.map((value) => {
          const on = chosen[name] === value
          const to = addressOf(chosen, { [name]: on && name !== 'sort' ? undefined : value })
          return (
            <li key={value}>
              <Link className="chip" to={to} aria-current={on ? 'true' : undefined} keepsPlace>
                {t(`proposals.${name}.${value}`)}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function addressOf(chosen: Chosen, change: Chosen, path = '/proposals') {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...chosen, ...change })) {
    if (value && !(name === 'sort' && value === 'newest')) query.set(name, value)
  }
  const search = query.toString()
  return search ? `${path}?${search}` : path
}
