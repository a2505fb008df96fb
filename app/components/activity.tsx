import { Link } from '#app/components/link'
import { publicPlaceOf } from '#app/domain/notifications/places'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { SpokenBy } from './spoken-by'

export type ActivityEntry = {
  id: string
  what: string
  at: Date | string
  subjectKind: string
  subjectId: string
  details: unknown
  slug: string
  /** Of what it is about; people wrote it */
  title: string | null
  language: string | null
  who: string | null
  /** … for which association */
  association: string | null
}

/** What happened, newest first, each with its day and a link. */
export function Activity({ entries }: { entries: ActivityEntry[] }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <ul className="activity">
      {entries.map(({ id, at, title, language: written, who, association, ...happening }) => {
        const words = t(`journal.${happening.what}`)
        const place = publicPlaceOf(happening)
        return (
          <li key={id}>
            {title ? `${words}: ` : <Link to={place}>{words}</Link>}
            {title && (
              <Link to={place}>
                <bdi lang={written ?? undefined}>{title}</bdi>
              </Link>
            )}
            <span className="meta">
              {formatDate(at, language, 'short')}
              {who && ' · '}
              {who && <SpokenBy name={who} association={association} />}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
