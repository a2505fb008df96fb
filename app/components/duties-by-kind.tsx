import { type DutyKind, dutyWords, type Line, placeOf } from '#app/domain/answers/duties'
import { formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { type Duty, DutyList } from './duty-list'
import { Link } from './link'

type Props = {
  whose: Line
  /** All of them, where none is chosen */
  kind: DutyKind | null
  figures: { kind: DutyKind | null; count: number }[]
  duties: Duty[]
  /** Where the list goes on */
  next: string | null
  /** What is said where there is nothing */
  empty: string
}

/** The answers behind the figures of one line of the standing, with the way from one figure to the next. */
export function DutiesByKind({ whose, kind, figures, duties, next, empty }: Props) {
  const t = useWords()
  const language = useLanguage()
  const number = (count: number) => formatNumber(count, language)
  const here = placeOf(whose, kind)
  return (
    <>
      <nav aria-label={t('answers.standing.title')}>
        <ul className="chips">
          {figures.map(({ kind: one, count }) => (
            <li key={one ?? 'all'}>
              <Link className="chip" to={placeOf(whose, one)} aria-current={one === kind ? 'page' : undefined}>
                {t(one ? `answers.standing.column.${dutyWords[one]}` : 'answers.standing.all')} ({number(count)})
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {duties.length > 0 ? <DutyList duties={duties} /> : <p className="empty">{empty}</p>}
      {next && (
        <p>
          <Link className="quiet-button" to={`${here}${here.includes('?') ? '&' : '?'}after=${next}`}>
            {t('shell.more')}
          </Link>
        </p>
      )}
    </>
  )
}
