import { type DutyKind, dutyWords, type Line, placeOf } from '#app/domain/answers/duties'
import { formatNumber } from '#app/i18n/formats'
import { commaOf } from '#app/i18n/languages'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { Link } from './link'

type Figure = Line & { officeName: string | null; kind: DutyKind; count: number }

/** How many, leading to which ones; none lead nowhere. */
export function DutyFigure({ officeName, kind, count, ...whose }: Figure) {
  const t = useWords()
  const language = useLanguage()
  const number = formatNumber(count, language)
  if (count === 0) return number
  return (
    <Link className="figure" to={placeOf(whose, kind)}>
      {number}
      <span className="visually-hidden">
        : {t(`answers.standing.column.${dutyWords[kind]}`)}
        {commaOf(language)}
        <bdi>{officeName ?? t('answers.desk.no-office')}</bdi>
      </span>
    </Link>
  )
}
