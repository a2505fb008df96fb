import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SelectField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { Link } from '#app/components/link'
import { PollCards } from '#app/components/poll-cards'
import { ProposalCards } from '#app/components/proposal-cards'
import { answerNumbers } from '#app/domain/answers/queries.server'
import { openPolls } from '#app/domain/polls/poll-list.server'
import { proposalList } from '#app/domain/proposals/queries.server'
import { comuni, territoryMap } from '#app/domain/territories/queries.server'
import { formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { safePath } from '#app/web/redirects.server'

export const loader = page(async ({ actor, url, language, t }) => {
  const chosen = url.searchParams.get('comune')
  if (chosen) throw redirect(safePath(`/territories/${encodeURIComponent(chosen.slice(0, 80))}`))
  const [places, { width, height }, numbers, polls, proposals] = await Promise.all([
    comuni(),
    territoryMap('/'),
    answerNumbers(),
    openPolls({ territoryPath: (actor.kind === 'person' && actor.homePath) || '/', reading: language }),
    proposalList({ territoryPath: '/' }, 3),
  ])
  return {
    places: places.map(({ slug, name }) => ({ value: slug, label: name })),
    map: { width, height },
    numbers,
    polls,
    proposals: proposals.cards,
    title: t('home.title'),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Home() {
  const { places, map, numbers, polls, proposals } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  return (
    <>
      <h1>{t('home.title')}</h1>
      <p>{t('home.lead')}</p>
      <div className="columns even">
        <div>
          <h2>{t('home.near')}</h2>
          <Form method="get" className="search">
            <SelectField name="comune" label={t('home.choose')} empty={t('home.choose-first')} options={places} />
            <button className="button">{t('home.go')}</button>
          </Form>
          <h2>
            <Link to="/standing">{t('home.numbers')}</Link>
          </h2>
          <ul className="numbers">
            {(['answered', 'waiting', 'overdue'] as const).map((name) => (
              <li key={name}>
                <strong>{formatNumber(numbers[name], language)}</strong> {t(`home.${name}`)}
              </li>
            ))}
          </ul>
        </div>
        <Link to="/territories" className="map-link">
          <img src="/territories/map.svg" alt="" width={map.width} height={map.height} loading="lazy" />
          {t('territories.title')}
        </Link>
      </div>
      {polls.length > 0 && (
        <>
          <h2>
            <Link to="/polls?phase=open">{t('home.votes')}</Link>
          </h2>
          <PollCards polls={polls} />
        </>
      )}
      <h2>
        <Link to="/proposals">{t('home.latest')}</Link>
      </h2>
      {proposals.length > 0 ? <ProposalCards proposals={proposals} /> : <p className="empty">{t('proposals.none')}</p>}
      <h2>{t('home.how')}</h2>
      <ol className="how">
        {[1, 2, 3, 4].map((step) => (
          <li key={step}>
            <p>{t(`home.how-${step}`)}</p>
          </li>
        ))}
      </ol>
    </>
  )
}
