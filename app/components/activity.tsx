import { Link } from '#app/components/link'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'

export type ActivityEntry = {
  id: string
  what: string
  at: Date | string
  subjectKind: string
  subjectId: string
  /** Of what it is about; people wrote it */
  title?: string | null
  who: { name: string; associationName: string | null } | null
}

const places: Record<string, string> = {
  proposal: '/proposals/',
  association: '/associations/',
  poll: '/polls/',
  opinions: '/opinions/',
  panel: '/panels/',
  budget: '/budgets/',
}

/** What happened, newest first, each with its day and a link. */
export function Activity({ entries }: { entries: ActivityEntry[] }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <ul>
      {entries.map(({ id, what, at, subjectKind, subjectId, title, who }) => {
        const words = t(`journal.${what}`)
        const place = places[subjectKind]
        return (
          <li key={id}>
            {place && !title ? <Link to={place + subjectId}>{words}</Link> : words}
            {place && title && (
              <>
                {': '}
                <Link to={place + subjectId}>
                  <bdi>{title}</bdi>
                </Link>
              </>
            )}{' '}
            <span className="meta">
              {formatDate(at, language, 'short')}
              {who && ' · '}
              {who && <bdi>{who.associationName ?? who.name}</bdi>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
