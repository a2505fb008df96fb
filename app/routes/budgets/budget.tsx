import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form'
import { FurtherLanguages } from '#app/components/further-languages'
import { LifeLine } from '#app/components/life-line'
import { Link } from '#app/components/link'
import { Originals } from '#app/components/translated'
import { WayBack } from '#app/components/way-back'
import { publicPhases, standingOf } from '#app/domain/budgets/phases'
import { budgetPage } from '#app/domain/budgets/queries.server'
import { tellerOf, translationStates } from '#app/domain/translations/translations.server'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { cardOf } from '#app/web/page-card.server'
import { BudgetRules } from './budget-rules'
import { Money } from './money'
import { ProjectList } from './project-list'
import { ProjectMap } from './project-map'

export const loader = page(async ({ actor, param, language: reading }) => {
  const subject = { kind: 'budget', id: param('budgetId') } as const
  const [{ language, ...budget }, tell, further] = await Promise.all([
    budgetPage(actor, subject.id),
    tellerOf(subject, reading),
    translationStates(actor, subject),
  ])
  const title = tell(budget.title, language)
  const description = tell(budget.description, language)
  const card = { title: title.text, description: description.text, path: `/budgets/${budget.id}` }
  return { ...budget, title, description, further, card: cardOf({ ...card, language: title.language }) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title.text} · Agorà` },
  ...(data?.card ?? []),
]

export default function Budget() {
  const budget = useLoaderData<typeof loader>()
  const t = useWords()
  const reading = useLanguage()
  const { id, title, description, phase, dates, next, can, territory, further } = budget
  const beginnings = { ideas: dates.ideasFrom, check: dates.ideasUntil, vote: dates.voteFrom, follow: dates.voteUntil }
  return (
    <>
      <WayBack to={`/budgets?territory=${territory.slug}`}>{t('budgets.title-in', { name: territory.name })}</WayBack>
      <h1 lang={title.language} dir="auto">
        {title.text}
      </h1>
      <p className="meta">
        <span className={phase === 'follow' ? 'badge done' : 'badge time'}>{t(`budgets.phase.${phase}`)}</span>{' '}
        {territory.name} · <Money amount={budget.money} />
      </p>
      {description.text && (
        <p lang={description.language} dir="auto">
          {description.text}
        </p>
      )}
      <Originals of={[title, description]} />
      <LifeLine
        steps={publicPhases.map((told) => ({
          key: `budgets.life.${told}`,
          state: standingOf(told, phase),
          at: beginnings[told],
        }))}
        history={`/history/budget/${id}`}
      />
      {next && (
        <p>
          <strong>{t(`budgets.next.${next.what}`, { when: formatDate(next.at, reading, 'moment') })}</strong>
        </p>
      )}
      <WhatToDo />
      {can.manage === true && <OfficerActs />}
      <BudgetRules budget={budget} />
      <section aria-labelledby="projects">
        <h2 id="projects">{t('budgets.projects')}</h2>
        <ProjectList budgetId={id} projects={budget.projects} districts={budget.districts} />
        {budget.map && (
          <>
            <h3>{t('budgets.map')}</h3>
            <ProjectMap map={budget.map} label={t('budgets.map')} budgetId={id} />
          </>
        )}
      </section>
      {budget.pairs.length > 0 && (
        <section aria-labelledby="pairs">
          <h2 id="pairs">{t('budgets.pairs')}</h2>
          <ul>
            {budget.pairs.map(({ first, second, reason }) => (
              <li key={`${first.number}-${second.number}`}>
                <bdi lang={first.language}>{first.title}</bdi> · <bdi lang={second.language}>{second.title}</bdi>:{' '}
                <bdi>{reason}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      {further && <FurtherLanguages at={`/budgets/${id}`} about={t('translations.about')} languages={further} />}
    </>
  )
}

function WhatToDo() {
  const { id, phase, pollId, can } = useLoaderData<typeof loader>()
  const t = useWords()
  const voting = pollId !== null && (phase === 'vote' || phase === 'counting' || phase === 'follow')
  const invited = can.putForward === true || can.putForward === 'sign-in-required'
  if (phase === 'ideas' && !invited) return <p>{t(`refusals.${can.putForward}`)}</p>
  if (!voting && !(phase === 'ideas' && invited)) return null
  return (
    <p className="actions">
      {voting ? (
        <Link className="button" to={phase === 'follow' ? `/polls/${pollId}/results` : `/polls/${pollId}`}>
          {t('budgets.see-vote')}
        </Link>
      ) : (
        <Link className="button" to={`/budgets/${id}/idea`}>
          {t('budgets.put-forward')}
        </Link>
      )}
    </p>
  )
}

/** What the officers of the place can do now, and why the vote cannot be prepared yet. */
function OfficerActs() {
  const { id, pollId, can, counts } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <section className="card" aria-labelledby="officers">
      <h2 id="officers">{t('budgets.for-officers')}</h2>
      <p>{t('budgets.standing', counts)}</p>
      <div className="actions">
        {can.edit === true && (
          <>
            <Form method="post" action={`/budgets/${id}/publishing`}>
              <button className="button">{t('budgets.publish')}</button>
            </Form>
            <Link className="quiet-button" to={`/budgets/${id}/rules`}>
              {t('budgets.change-rules')}
            </Link>
          </>
        )}
        {can.prepareVote === true && (
          <Link className="button" to={`/budgets/${id}/vote`}>
            {t('budgets.prepare-vote')}
          </Link>
        )}
        {can.arrange === true && (
          <>
            <Link className="quiet-button" to={`/budgets/${id}/taking-in`}>
              {t('budgets.take-in')}
            </Link>
            <Link className="quiet-button" to={`/budgets/${id}/pairs`}>
              {t('budgets.pairs')}
            </Link>
          </>
        )}
        {can.moveDates === true && (
          <Link className="quiet-button" to={`/budgets/${id}/dates`}>
            {t('budgets.move-dates')}
          </Link>
        )}
        {pollId !== null && (
          <Link className="quiet-button" to={`/polls/${pollId}`}>
            {t('budgets.see-vote')}
          </Link>
        )}
      </div>
      {can.arrange === true && can.prepareVote !== true && <p className="hint">{t(`refusals.${can.prepareVote}`)}</p>}
    </section>
  )
}
