import { Link } from '#app/components/link'
import { SpokenBy } from '#app/components/spoken-by'
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
  stage: 'draft' | 'open' | 'qualified' | 'answered' | 'withdrawn' | 'archived'
}

/** Proposals as cards: title, first lines, who, supports, and when the answer is due. */
export function ProposalCards({ proposals, under = 'h2' }: { proposals: ShownCard[]; under?: 'h1' | 'h2' }) {
  const Title = under === 'h1' ? 'h2' : 'h3'
  return (
    <ul className="cards">
      {proposals.map((card) => (
        <li key={card.id}>
          <article className="card">
            <Title className="card-title" lang={card.language} dir="auto">
              <Link to={`/proposals/${card.id}`}>{card.title}</Link>
            </Title>
            <p className="excerpt" lang={card.language} dir="auto">
              {card.excerpt}
            </p>
            <p className="meta">
              <SpokenBy name={card.authorName} association={card.associationName} /> · {card.territoryName}
            </p>
            <SupportProgress count={card.supports} threshold={card.threshold} />
            <CardState card={card} />
          </article>
        </li>
      ))}
    </ul>
  )
}

/** What the reader most wants to know: the date while an answer is awaited, otherwise where the proposal stands. */
function CardState({ card: { stage, dueOn } }: { card: ShownCard }) {
  const t = useWords()
  const language = useLanguage()
  if (stage === 'qualified' && dueOn) {
    const late = new Date(dueOn).getTime() + dayLength < Date.now()
    const key = late ? 'territories.due-late' : 'territories.due-by'
    return <p className="badge time">{t(key, { date: formatDate(dueOn, language, 'weekday') })}</p>
  }
  if (stage === 'open') return null
  return <p className={stage === 'answered' ? 'badge done' : 'badge'}>{t(`proposals.stage.${stage}`)}</p>
}

const dayLength = 86_400_000
