import { Link } from '#app/components/link'
import type { ShownAnswer, ShownAnswers, ShownCommitment } from '#app/domain/answers/shown'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { AnswerClock } from './answer-clock'
import { AnswerPoints } from './answer-points'
import { AnswerVerdict } from './answer-verdict'
import { DueComputation } from './due-computation'

/** Everything about the authority's answer on a proposal's page: the clock, the answer, the review, the commitments. */
export function AnswerSection({ answers }: { answers: ShownAnswers }) {
  const t = useWords()
  const rounds = [...answers.rounds].reverse()
  if (rounds.length === 0) return null
  return (
    <section id="answer" aria-labelledby="answer-title" className="answer-section">
      <h2 id="answer-title">{t('answers.the-answer')}</h2>
      {rounds.map((answer) => (
        <Round
          key={answer.id}
          answer={answer}
          alone={rounds.length === 1}
          territoryName={answers.territoryName}
          proposalLanguage={answers.language}
        />
      ))}
      {answers.commitments.length > 0 && <Commitments commitments={answers.commitments} />}
    </section>
  )
}

type RoundProps = { answer: ShownAnswer; alone: boolean; territoryName: string; proposalLanguage: string }

function Round({ answer, alone, territoryName, proposalLanguage }: RoundProps) {
  const t = useWords()
  const { latest, can } = answer
  return (
    <div className="round">
      {!alone && <h3>{t(answer.round === 2 ? 'answers.review' : 'answers.first-answer')}</h3>}
      {answer.reviewReason && (
        <p>
          {t('answers.review-reason')}{' '}
          <q lang={proposalLanguage} dir="auto">
            {answer.reviewReason}
          </q>
        </p>
      )}
      {!latest && <AnswerClock {...answer} territoryName={territoryName} />}
      {!latest && answer.officeName && (
        <p>
          {answer.seenAt && t('answers.office-read-it', { office: answer.officeName })}{' '}
          <Link to={`/offices/${answer.officeId}`}>{t('answers.office-page')}</Link>
        </p>
      )}
      {answer.extension && <ExtensionNote extension={answer.extension} spoken={answer.language} />}
      {latest && <Published answer={answer} proposalLanguage={proposalLanguage} />}
      {can.work === true && (
        <p className="actions">
          <Link className={latest ? 'quiet-button' : 'button'} to={`/desk/${answer.id}`}>
            {t(latest ? 'answers.work-again' : 'answers.work')}
          </Link>
        </p>
      )}
    </div>
  )
}

function Published({ answer, proposalLanguage }: { answer: ShownAnswer; proposalLanguage: string }) {
  const t = useWords()
  const language = useLanguage()
  const { latest, publishedAt, officeId, officeName, standing } = answer
  if (!latest || !publishedAt) return null
  return (
    <>
      <p className="meta">
        {officeName && (
          <>
            <Link className="office-mark" to={`/offices/${officeId}`}>
              <bdi>{officeName}</bdi>
            </Link>
            {' · '}
          </>
        )}
        {formatDate(publishedAt, language, 'weekday')}
        {/* Nobody counted the days of an answer that came from elsewhere. */}
        {officeName && ` · ${t(standing === 'in-time' ? 'answers.was-in-time' : 'answers.was-late')}`}
        {latest.number > 1 && (
          <>
            {' · '}
            <Link to={`/answers/${answer.id}/versions`}>
              {t('answers.version', { number: latest.number, date: formatDate(latest.at, language, 'short') })}
            </Link>
          </>
        )}
      </p>
      {officeName && <WasDue answer={answer} />}
      {latest.changeReason && (
        <p>
          {t('answers.changed-because')}{' '}
          <q lang={latest.language} dir="auto">
            {latest.changeReason}
          </q>
        </p>
      )}
      {latest.opening && (
        <p className="people-text" lang={latest.language} dir="auto">
          {latest.opening}
        </p>
      )}
      <AnswerPoints points={latest.points} language={latest.language} pointLanguage={proposalLanguage} />
      <AnswerVerdict answer={answer} proposalLanguage={proposalLanguage} />
    </>
  )
}

/** The date stays beside what was answered, so that anybody can judge whether it was in time. */
function WasDue({ answer: { dueOn, computation } }: { answer: ShownAnswer }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <div className="meta">
      <p>
        {t('answers.desk.was-due')} <time dateTime={dueOn}>{formatDate(dueOn, language, 'weekday')}</time>
      </p>
      {computation && <DueComputation computation={computation} />}
    </div>
  )
}

function ExtensionNote({ extension, spoken }: { extension: NonNullable<ShownAnswer['extension']>; spoken: string }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <p className="notice time">
      {t('answers.extended', {
        count: extension.days,
        from: formatDate(extension.fromDue, language, 'weekday'),
        to: formatDate(extension.toDue, language, 'weekday'),
      })}{' '}
      <q lang={spoken} dir="auto">
        {extension.reason}
      </q>
    </p>
  )
}

function Commitments({ commitments }: { commitments: ShownCommitment[] }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <>
      <h3>{t('answers.commitments')}</h3>
      <ul>
        {commitments.map(({ id, title, language: spoken, dueOn, doneAt, droppedAt }) => (
          <li key={id}>
            <Link to={`/commitments/${id}`} lang={spoken ?? undefined} dir="auto">
              {title}
            </Link>{' '}
            <span className="meta">
              {doneAt
                ? t('answers.state.done')
                : droppedAt
                  ? t('answers.state.dropped')
                  : dueOn
                    ? t('answers.by', { date: formatDate(dueOn, language, 'weekday') })
                    : t('answers.state.running')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
