import { Link } from '#app/components/link'
import type { Standing } from '#app/domain/answers/clock'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { DaysLeft } from './days-left'

export type DueAnswer = {
  answerId: string
  proposalId: string
  title: string
  language: string
  dueOn: string
  standing: Standing
  daysLeft: number
  officeName: string | null
  territoryName: string
}

/** Answers that are late or due soon, each with its date in words. */
export function DueAnswers({ dues }: { dues: DueAnswer[] }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <ul className="due-answers">
      {dues.map((due) => (
        <li key={due.answerId}>
          <Link to={`/proposals/${due.proposalId}`} lang={due.language} dir="auto">
            {due.title}
          </Link>
          <p className="meta">
            <bdi>{due.officeName ?? due.territoryName}</bdi> ·{' '}
            {t('answers.by', { date: formatDate(due.dueOn, language, 'weekday') })}{' '}
            <DaysLeft standing={due.standing} daysLeft={due.daysLeft} />
          </p>
        </li>
      ))}
    </ul>
  )
}
