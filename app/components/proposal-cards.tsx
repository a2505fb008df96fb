import { Link } from '@remix-run/react'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { SupportProgress } from './progress-bar'

export type ShownCard = {
  id: string
  title: string
  excerpt: string
  language: string
  territoryName: string
  authorName: string
  associationName: string | null
  supports: number
  threshold: number | null
  dueOn: Date | string | null
}

/** Proposals as cards: title, first lines, who, supports, and when the answer is due. */
export function ProposalCards({ proposals }: { proposals: ShownCard[] }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <ul className="cards">
      {proposals.map((card) => (
        <li key={card.id}>
          <article className="card">
            <h3 lang={card.language} dir="auto">
              <Link to={`/proposals/${card.id}`}>{card.title}</Link>
            </h3>
            <p lang={card.language} dir="auto">
              {card.excerpt}
            </p>
            <p className="meta">
              <bdi>{card.associationName ?? card.authorName}</bdi> · {card.territoryName}
            </p>
            <SupportProgress count={card.supports} threshold={card.threshold} />
            {card.dueOn && (
              <p className="badge time">
                {t('territories.due-by', { date: formatDate(card.dueOn, language, 'weekday') })}
              </p>
            )}
          </article>
        </li>
      ))}
    </ul>
  )
}
