import { Link } from '@remix-run/react'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'

export type DueAnswer = {
  proposalId: string
  title: string
  language: string
  dueOn: Date | string
  officeName: string | null
  late: boolean
}

/** Answers that are due, the soonest first: the date in words, late with a word and not by colour alone. */
export function DueAnswers({ dues }: { dues: DueAnswer[] }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <ul>
      {dues.map((due) => (
        <li key={due.proposalId}>
          <Link to={`/proposals/${due.proposalId}`} lang={due.language}>
            <bdi>{due.title}</bdi>
          </Link>{' '}
          <span className="badge time">
            {t(due.late ? 'territories.due-late' : 'territories.due-by', {
              date: formatDate(due.dueOn, language, 'weekday'),
            })}
          </span>{' '}
          {due.officeName && <span className="meta">{due.officeName}</span>}
        </li>
      ))}
    </ul>
  )
}
