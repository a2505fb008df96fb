import { Link } from '#app/components/link'
import type { Standing } from '#app/domain/answers/clock'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { DaysLeft } from './days-left'

type Owed = {
  id: string
  title: string
  language: string | null
  officeName?: string
  dueOn: string | null
  standing: Standing
  daysLeft: number | null
}

/** What was promised and is not done yet, each with its date in words. */
export function OwedCommitments({ commitments }: { commitments: Owed[] }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <ul className="desk">
      {commitments.map(({ id, title, language: spoken, officeName, dueOn, standing, daysLeft }) => (
        <li key={id} className="card">
          <Link to={`/commitments/${id}`} lang={spoken ?? undefined} dir="auto">
            {title}
          </Link>
          <p className="meta">
            {daysLeft === null || !dueOn ? (
              t('answers.commitment.no-date')
            ) : (
              <>
                <DaysLeft standing={standing} daysLeft={daysLeft} />{' '}
                {t('answers.by', { date: formatDate(dueOn, language, 'weekday') })}
              </>
            )}
            {officeName && ' · '}
            {officeName && <bdi>{officeName}</bdi>}
          </p>
        </li>
      ))}
    </ul>
  )
}
