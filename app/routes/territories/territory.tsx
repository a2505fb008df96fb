import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Activity } from '#app/components/activity'
import { DueAnswers } from '#app/components/due-answers'
import { FollowButton } from '#app/components/follow-button'
import { Link } from '#app/components/link'
import { PollCards } from '#app/components/poll-cards'
import { ProposalCards } from '#app/components/proposal-cards'
import { RuleSetInWords } from '#app/components/rule-set'
import { TerritoryMap } from '#app/components/territory-map'
import { duesIn } from '#app/domain/answers/queries.server'
import { isFollowing } from '#app/domain/notifications/queries.server'
import { openPolls } from '#app/domain/polls/poll-list.server'
import { proposalList } from '#app/domain/proposals/queries.server'
import { territoryMap, territoryPage } from '#app/domain/territories/queries.server'
import { formatFeast, formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { cardOf } from '#app/web/page-card.server'

export const loader = page(async ({ actor, param, language, t }) => {
  const known = await territoryPage(actor, param('slug'), language)
  const { id, path, kind, name, slug } = known.territory
  const [polls, proposals, dues, picture, following] = await Promise.all([
    openPolls({ territoryPath: path, reading: language }),
    proposalList({ territoryPath: path }, 6),
    duesIn(path),
    kind === 'comune' ? null : territoryMap(path),
    isFollowing(actor, { subjectKind: 'territory', subjectId: id }),
  ])
  const title = t('territories.forum-of', { name })
  return {
    ...known,
    polls,
    proposals: proposals.cards,
    dues,
    picture,
    following,
    signedIn: actor.kind === 'person',
    title,
    card: cardOf({ title, description: t('territories.card', { name }), path: `/territories/${slug}`, language }),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} · Agorà` },
  ...(data?.card ?? []),
]

export default function Territory() {
  const {
    territory,
    ancestors,
    rules,
    associations,
    activity,
    polls,
    proposals,
    dues,
    picture,
    following,
    signedIn,
    can,
  } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  const { name, slug, population } = territory
  return (
    <>
      <nav aria-label={t('shell.territories')}>
        <ol className="crumbs">
          {ancestors.map((ancestor) => (
            <li key={ancestor.slug}>
              <Link to={`/territories/${ancestor.slug}`}>{ancestor.name}</Link>
            </li>
          ))}
        </ol>
      </nav>
      <h1>{t('territories.forum-of', { name })}</h1>
      <p className="meta">
        {t(`territories.kind.${territory.kind}`)}
        {population ? ` · ${t('territories.population', { number: formatNumber(population, language) })}` : ''}
      </p>
      <div className="actions">
        <Link className="button" to={`/proposals/new?territory=${slug}`}>
          {t('territories.write')}
        </Link>
        {signedIn && <FollowButton subjectKind="territory" subjectId={territory.id} following={following} />}
      </div>
      <nav aria-label={t('territories.forum-of', { name })}>
        <ul className="chips">
          {(['proposals', 'polls', 'budgets', 'opinions', 'panels', 'associations'] as const).map((room) => (
            <li key={room}>
              <Link className="chip" to={`/${room}?territory=${slug}`}>
                {t(`shell.${room}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="columns">
        <div>
          <section aria-labelledby="due">
            <h2 id="due">{t('territories.due')}</h2>
            {dues.length > 0 ? <DueAnswers dues={dues} /> : <p>{t('territories.due-none')}</p>}
          </section>
          {polls.length > 0 && (
            <section aria-labelledby="polls">
              <h2 id="polls">{t('polls.phase.open')}</h2>
              <PollCards polls={polls} />
            </section>
          )}
          <section aria-labelledby="proposals">
            <h2 id="proposals">{t('territories.proposals')}</h2>
            {proposals.length > 0 ? (
              <>
                <ProposalCards proposals={proposals} />
                <p>
                  <Link to={`/proposals?territory=${slug}`}>{t('territories.all-proposals', { name })}</Link>
                </p>
              </>
            ) : (
              <div className="empty">
                <p>{t('territories.no-proposals', { name })}</p>
                <Link className="quiet-button" to={`/proposals/new?territory=${slug}`}>
                  {t('territories.write')}
                </Link>
              </div>
            )}
          </section>
        </div>
        <div>
          {picture && <TerritoryMap picture={picture} label={t('territories.map')} />}
          <section aria-labelledby="offices">
            <h2 id="offices">{t('territories.offices')}</h2>
            {territory.offices.length === 0 && <p>{t('territories.no-offices')}</p>}
            <ul>
              {territory.offices.map((office) => (
                <li key={office.id}>
                  <Link to={`/offices/${office.id}`} dir="auto">
                    {office.name}
                  </Link>
                  <br />
                  <bdi>{office.description}</bdi>
                </li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="associations">
            <h2 id="associations">{t('territories.associations')}</h2>
            {associations.length === 0 && <p>{t('territories.no-associations')}</p>}
            <ul>
              {associations.map((association) => (
                <li key={association.id}>
                  <Link to={`/associations/${association.id}`}>
                    <bdi>{association.name}</bdi>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="rules">
            <h2 id="rules">{t('territories.rules')}</h2>
            {rules ? (
              <RuleSetInWords rules={rules} inherited={rules.territoryPath !== territory.path} />
            ) : (
              <p>{t('territories.rules-none')}</p>
            )}
            <p>
              <Link to={`/territories/${slug}/rules/versions`}>{t('territories.rules-versions')}</Link>
            </p>
            {can.changeRules === true && (
              <p>
                <Link to={`/territories/${slug}/rules`}>{t('territories.rules-change')}</Link>
              </p>
            )}
          </section>
          {(territory.patronFeast || can.changeRules === true) && <Patron />}
          {activity.entries.length > 0 && (
            <section aria-labelledby="activity">
              <h2 id="activity">{t('territories.activity')}</h2>
              <Activity entries={activity.entries} />
              {activity.next && (
                <p>
                  <Link to={`/territories/${slug}/activity`}>{t('territories.activity-all')}</Link>
                </p>
              )}
            </section>
          )}
          {territory.children.length > 0 && (
            <section aria-labelledby="children">
              <h2 id="children">{t('territories.children')}</h2>
              <ul className="long-list">
                {territory.children.map((child) => (
                  <li key={child.slug}>
                    <Link to={`/territories/${child.slug}`}>{child.name}</Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
    </>
  )
}

/** A day on which the offices of the comune do not work. */
function Patron() {
  const { territory, can } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  const { slug, patronName, patronFeast } = territory
  return (
    <section aria-labelledby="patron">
      <h2 id="patron">{t('territories.patron.heading')}</h2>
      <p>
        {patronFeast
          ? t('territories.patron.on', { name: patronName ?? '—', date: formatFeast(patronFeast, language) })
          : t('territories.patron.none')}
      </p>
      {can.changeRules === true && (
        <p>
          <Link to={`/territories/${slug}/patron`}>{t('territories.patron.change')}</Link>
        </p>
      )}
    </section>
  )
}
