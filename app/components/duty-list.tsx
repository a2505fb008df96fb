import { Link } from '#app/components/link'
import type { Standing } from '#app/domain/answers/clock'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { DaysLeft } from './days-left'

export type Duty = {
  answerId: string
  proposalId: string
  title: string | null
  language: string
  round: number
  dueOn: string
  answeredOn: string | null
  standing: Standing
  daysLeft: number
}

/** Answers that an office owes or gave, each with its date in words. */
export function DutyList({ duties }: { duties: Duty[] }) {
  const t = useWords()
  return (
    <ul className="due-answers">
      {duties.map((duty) => (
        <li key={duty.answerId}>
          {duty.title === null ? (
            <em>{t('answers.standing.hidden')}</em>
          ) : (
            <Link to={`/proposals/${duty.proposalId}#answer`} lang={duty.language} dir="auto">
              {duty.title}
            </Link>
          )}
          {duty.round === 2 && (
            <>
              {' '}
              <span className="badge">{t('answers.review')}</span>
            </>
          )}
          <When duty={duty} />
        </li>
      ))}
    </ul>
  )
}

function When({ duty: { dueOn, answeredOn, standing, daysLeft } }: { duty: Duty }) {
  const t = useWords()
  const language = useLanguage()
  const date = formatDate(dueOn, language, 'weekday')
  if (answeredOn === null)
    return (
      <p className="meta">
        {t('answers.by', { date })} <DaysLeft standing={standing} daysLeft={daysLeft} />
      </p>
    )
  const inTime = standing === 'in-time'
  return (
    <p className="meta">
      {t('answers.standing.answered', { date: formatDate(answeredOn, language, 'weekday'), due: date })}{' '}
      <span className={inTime ? 'badge done' : 'badge time'}>
        <span aria-hidden="true">{inTime ? '✓' : '▲'}</span> {t(inTime ? 'answers.was-in-time' : 'answers.was-late')}
      </span>
    </p>
  )
}
