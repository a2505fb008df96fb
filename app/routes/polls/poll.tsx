import type { HeadersFunction, MetaFunction } from '@remix-run/node'
import { useLoaderData, useRevalidator } from '@remix-run/react'
import { BoardHead } from '#app/components/board-head'
import { Form } from '#app/components/form'
import { LifeLine } from '#app/components/life-line'
import { Link } from '#app/components/link'
import { useChanges } from '#app/components/live'
import { PollOriginal } from '#app/components/poll-original'
import { PollTerms } from '#app/components/poll-terms'
import { budgetOfPoll } from '#app/domain/budgets/wizard.server'
import { pollPage } from '#app/domain/polls/queries.server'
import { runningCount } from '#app/domain/polls/running-count.server'
import { pollInReading } from '#app/domain/polls/translations'
import { titleTold } from '#app/domain/translations/translations.server'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { cardOf } from '#app/web/page-card.server'
import { CountProgress } from './count-progress'
import { lifeOfPoll } from './poll-life'
import { SecretPart } from './secret-part'
import { Standing } from './standing'

export const loader = page(async ({ actor, param, language: reading }) => {
  const id = param('pollId')
  const [told, running, budget] = await Promise.all([pollPage(actor, id), runningCount(id), budgetOfPoll(id)])
  const poll = pollInReading(told, reading)
  const { terms, question: title, language } = poll
  const description = poll.description || (terms?.options ?? []).map((option) => option.title).join(' · ')
  return {
    poll,
    running: running && { ...running, terms: terms ?? running.terms },
    budget: budget && (await titleTold('budget', budget, reading)),
    card: cardOf({ title, description, path: `/polls/${id}`, language }),
  }
})

/** It says whether one's own vote is counted: going back asks again. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' })

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.poll.question} · Agorà` },
  ...(data?.card ?? []),
]

export default function Poll() {
  const { poll, running, budget } = useLoaderData<typeof loader>()
  const t = useWords()
  const reading = useLanguage()
  const { revalidate } = useRevalidator()
  useChanges({ kind: 'poll', id: poll.id }, revalidate)
  const { id, phase, territory, association, terms, tookPart, roll } = poll
  const all = tookPart.people + tookPart.codes + tookPart.papers
  return (
    <>
      <p>
        <Link to={`/territories/${territory.slug}`}>{territory.name}</Link> ·{' '}
        <Link to="/polls">{t('polls.title')}</Link>
        {budget && (
          <>
            {' · '}
            <Link to={`/budgets/${budget.id}`}>
              <bdi lang={budget.language}>{budget.title}</bdi>
            </Link>
          </>
        )}
      </p>
      <h1 lang={poll.language} dir="auto">
        {poll.question}
      </h1>
      <p className="meta">
        <span className={phase === 'open' ? 'badge time' : phase === 'counted' ? 'badge done' : 'badge'}>
          {t(`polls.phase.${phase}`)}
        </span>{' '}
        {association && <Link to={`/associations/${association.id}`}>{association.name}</Link>}
      </p>
      {phase !== 'draft' && <LifeLine steps={lifeOfPoll(poll)} history={`/history/poll/${poll.id}`} />}
      {poll.description && (
        <p lang={poll.language} dir="auto">
          {poll.description}
        </p>
      )}
      <PollOriginal original={poll.original} rule={terms?.rule ?? 'yes-no'} t={t} />
      {poll.restarts.map(({ at, reason }) => (
        <p className="notice time" key={String(at)}>
          {t('polls.was-restarted', { when: formatDate(at, reading) })}{' '}
          <q lang={poll.original?.language ?? poll.language} dir="auto">
            {reason}
          </q>
        </p>
      ))}
      {poll.imported && <p className="notice">{t('polls.imported')}</p>}
      <Voting poll={poll} />
      {phase !== 'draft' && phase !== 'announced' && !poll.imported && (
        <p>{t('polls.took-part', { count: all, roll })}</p>
      )}
      {poll.secret && terms?.secret && (
        <SecretPart pollId={id} phase={phase} terms={terms.secret} state={poll.secret} />
      )}
      {poll.earlierHead && <BoardHead pollId={id} head={poll.earlierHead} />}
      {running && (
        <section aria-labelledby="running">
          <h2 id="running">{t('polls.running')}</h2>
          <p className="hint">{t('polls.running-as-of', { when: formatDate(running.asOf, reading, 'time') })}</p>
          <Standing terms={running.terms} report={running.report} language={poll.language} />
        </section>
      )}
      {terms && (
        <PollTerms
          terms={terms}
          opensAt={poll.opensAt}
          closesAt={poll.closesAt}
          language={poll.language}
          budgetId={budget?.id ?? null}
        />
      )}
      {poll.can.manage === true && (
        <p className="actions">
          {phase === 'draft' && (
            <Link className="button" to={`/polls/${id}/summary`}>
              {t('polls.go-on-writing')}
            </Link>
          )}
          {terms?.voters === 'codes' && (phase === 'open' || phase === 'announced') && (
            <Link to={`/polls/${id}/codes`}>{t('polls.codes.title')}</Link>
          )}
          {poll.can.paper === true && <Link to={`/polls/${id}/paper`}>{t('polls.paper.title')}</Link>}
          {(phase === 'open' || phase === 'announced') && <Link to={`/polls/${id}/restart`}>{t('polls.restart')}</Link>}
        </p>
      )}
    </>
  )
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['poll']

/** The one thing to do here now. */
function Voting({ poll }: { poll: Shown }) {
  const t = useWords()
  const reading = useLanguage()
  const { id, phase, own, can, closesAt, opensAt } = poll
  if (phase === 'counted')
    return (
      <p className="actions">
        <Link className="button" to={`/polls/${id}/results`}>
          {t('polls.see-results')}
        </Link>
      </p>
    )
  if (phase === 'counting')
    return (
      <div className="notice">
        <p>{t(poll.secret?.isAddedUp ? 'secret.being-opened' : 'polls.being-counted')}</p>
        {poll.progress && <CountProgress {...poll.progress} />}
      </div>
    )
  if (phase === 'draft' || phase === 'unopened') return null
  if (phase === 'announced')
    return (
      <p className="notice time">{t('polls.opens', { when: opensAt ? formatDate(opensAt, reading, 'moment') : '' })}</p>
    )
  return (
    <div className="support-box">
      <p>{t('polls.ballot.until', { when: closesAt ? formatDate(closesAt, reading, 'moment') : '' })}</p>
      {can.vote === true && (
        <>
          {poll.isKnownVoter && (
            <p data-own={own?.counted ? 'counted' : 'not-counted'}>
              <strong>{t(own?.counted ? 'polls.mark.counted' : 'polls.mark.not-counted')}</strong>
            </p>
          )}
          {poll.terms?.secret?.credentials === 'registrar' && <p className="hint">{t('secret.needs-credential')}</p>}
          {poll.secret && poll.isKnownVoter && !own ? (
            <Form method="post" action={`/polls/${id}/booth`} reloadDocument>
              <button className="button">{t('polls.vote')}</button>
            </Form>
          ) : poll.secret ? (
            <a className="button" href={`/polls/${id}/booth`}>
              {t(own?.counted ? 'secret.vote-again' : 'polls.vote')}
            </a>
          ) : own ? (
            <Link className="button" to={`/polls/${id}/ballot`}>
              {t(own.counted ? 'polls.change-vote' : 'polls.vote')}
            </Link>
          ) : (
            <Form method="post" action={`/polls/${id}/beginning`}>
              <button className="button">{t('polls.vote')}</button>
            </Form>
          )}
        </>
      )}
      {can.vote === 'sign-in-required' && (
        <Link className="button" to={`/sign-in?to=${encodeURIComponent(`/polls/${id}`)}`}>
          {t('polls.sign-in-to-vote')}
        </Link>
      )}
      {can.vote === 'poll.codes-only' && (
        <Link className="button" to={`/polls/${id}/code`}>
          {t('polls.code.title')}
        </Link>
      )}
      {can.vote !== true && can.vote !== 'sign-in-required' && can.vote !== 'poll.codes-only' && (
        <p className="hint">{t(`refusals.${can.vote}`)}</p>
      )}
    </div>
  )
}
