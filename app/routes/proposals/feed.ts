/** The newest proposals of a list as an Atom feed, with the list's own filters. */
import { Feed } from 'feed'
import { ListForm } from '#app/domain/proposals/forms'
import { placeBySlug, proposalList } from '#app/domain/proposals/queries.server'
import { found } from '#app/domain/refusal'
import { alone } from '#app/web/page.server'
import { fullAddress } from '#app/web/page-card.server'

const longest = 40

/** The library marks titles and summaries as HTML, and what people wrote is plain text. */
const asHtml = (text: string) =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)

export const loader = alone(async ({ url, language, t }) => {
  const { q, territory, association, topic, stage, due } = ListForm.parse(Object.fromEntries(url.searchParams))
  const place = territory ? found(await placeBySlug(territory)) : null
  const asked = {
    q,
    territoryPath: place?.path,
    ...(association && { associationId: association }),
    topic,
    stage,
    due,
    sort: 'newest' as const,
  }
  const { cards } = await proposalList(asked, longest)
  const list = fullAddress(`/proposals${url.search}`)
  const feed = new Feed({
    id: list,
    link: list,
    feed: fullAddress(url.pathname + url.search),
    title: place ? t('proposals.title-in', { name: place.name }) : t('proposals.title'),
    language,
    updated: new Date(Math.max(0, ...cards.map(({ updatedAt, publishedAt }) => Math.max(+updatedAt, +publishedAt)))),
  })
  const speakerOf = ({ authorName: name, associationName: association }: (typeof cards)[number]) =>
    association ? t('shell.by-for', { name, association }) : name
  for (const card of cards) {
    const address = fullAddress(`/proposals/${card.id}`)
    feed.addItem({
      id: address,
      link: address,
      title: asHtml(card.title),
      description: asHtml(card.excerpt),
      author: [{ name: speakerOf(card) }],
      category: card.topic ? [{ name: t(`proposals.topic.${card.topic}`) }] : [],
      published: card.publishedAt,
      date: new Date(Math.max(card.updatedAt.getTime(), card.publishedAt.getTime())),
    })
  }
  return new Response(feed.atom1(), {
    headers: {
      'Content-Type': 'application/atom+xml; charset=utf-8',
      'Cache-Control': 'public, max-age=60',
      Vary: 'Accept-Language, Cookie',
    },
  })
})
