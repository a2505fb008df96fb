import { type DutyKind, dutyWords } from '#app/domain/answers/duties'
import { formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { Link } from './link'

type Figure = { officeId: string | null; officeName: string | null; kind: DutyKind; count: number }

/** How many, leading to which ones of an office; none lead nowhere. */
export function DutyFigure({ officeId, officeName, kind, count }: Figure) {
  const t = useWords()
  const number = formatNumber(count, useLanguage())
  if (count === 0 || !officeId) return number
  return (
    <Link className="figure" to={`/offices/${officeId}/answers/${dutyWords[kind]}`}>
      {number}
      <span className="visually-hidden">
        : {t(`answers.standing.column.${dutyWords[kind]}`)}, <bdi>{officeName}</bdi>
      </span>
    </Link>
  )
}
