import { Link } from '#app/components/link'
import type { PollCard } from '#app/domain/polls/poll-card'
import { ruleOf } from '#app/domain/polls/rules'
import { formatDate } from '#app/i18n/formats'
import { listed } from '#app/i18n/languages'
import { useLanguage, useWords } from '#app/i18n/use-words'

/** Polls as cards: the question, who asks and how it is counted, until when, and what came out. */
export function PollCards({ polls, under = 'h2' }: { polls: PollCard[]; under?: 'h1' | 'h2' }) {
  const t = useWords()
  const Title = under === 'h1' ? 'h2' : 'h3'
  return (
    <ul className="cards">
      {polls.map((poll) => (
        <li key={poll.id}>
          <article className="card">
            <Title className="card-title" lang={poll.language} dir="auto">
              <Link to={poll.phase === 'counted' ? `/polls/${poll.id}/results` : `/polls/${poll.id}`}>
                {poll.question}
              </Link>
            </Title>
            <p className="meta">
              <span className={poll.phase === 'open' ? 'badge time' : 'badge'}>{t(`polls.phase.${poll.phase}`)}</span>{' '}
              <bdi>{poll.associationName ?? poll.territoryName}</bdi> · {t(`polls.rule.${poll.rule}.name`)}
            </p>
            {poll.winners && <Winners poll={poll} winners={poll.winners} />}
            <When poll={poll} />
          </article>
        </li>
      ))}
    </ul>
  )
}

function Winners({ poll, winners }: { poll: PollCard; winners: NonNullable<PollCard['winners']> }) {
  const t = useWords()
  if (winners.length === 0) return <p>{t('polls.results.nobody')}</p>
  if (ruleOf(poll.rule).budget) return <p>{t('polls.results.funded', { count: winners.length })}</p>
  return (
    <p>
      {t(poll.rule === 'yes-no' ? 'polls.results.answer' : 'polls.results.winners')}:{' '}
      <strong>
        {poll.rule === 'yes-no' ? (
          t(`polls.answer.${winners[0]?.key}`)
        ) : (
          <bdi lang={poll.language}>
            {listed(
              winners.map(({ title }) => title),
              poll.language,
            )}
          </bdi>
        )}
      </strong>
    </p>
  )
}

function When({ poll: { phase, opensAt, closesAt } }: { poll: PollCard }) {
  const t = useWords()
  const language = useLanguage()
  if (phase === 'counted' || phase === 'counting' || phase === 'unopened')
    return <p className="meta">{t('polls.ended', { when: formatDate(closesAt, language, 'weekday') })}</p>
  if (phase === 'announced') return <p>{t('polls.opens', { when: formatDate(opensAt, language, 'moment') })}</p>
  return <p>{t('polls.ballot.until', { when: formatDate(closesAt, language, 'moment') })}</p>
}
