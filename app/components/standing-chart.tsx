import { type DutyKind, dutyKinds, dutyWords, type Line, placeOf } from '#app/domain/answers/duties'
import { commaOf } from '#app/i18n/languages'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { Link } from './link'

type Office = Named & { territoryName: string } & Record<DutyKind, number>
type Named = Line & { officeName: string | null }

const width = 600

/** One row an office, a bar split by how its answers stand. The same numbers are in the table below. */
export function StandingChart({ offices }: { offices: Office[] }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <div className="standing-chart">
      <ul className="legend">
        {dutyKinds.map((kind) => (
          <li key={kind}>
            <svg width="20" height="20" aria-hidden="true">
              <rect width="20" height="20" className={`bar-${kind}`} />
            </svg>{' '}
            {t(`answers.standing.column.${dutyWords[kind]}`)}
          </li>
        ))}
      </ul>
      <ul className="bars">
        {offices.map((office) => (
          <li key={office.officeId ?? office.territorySlug}>
            <p>
              <OfficeName {...office} />
              {commaOf(language)}
              <bdi>{office.territoryName}</bdi>
            </p>
            <Bar office={office} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Leads to the office; a territory may owe answers that no office has. */
export function OfficeName({ officeName, ...whose }: Named) {
  const t = useWords()
  return (
    <Link to={placeOf(whose)}>
      <bdi>{officeName ?? t('answers.desk.no-office')}</bdi>
    </Link>
  )
}

function Bar({ office }: { office: Office }) {
  const t = useWords()
  const total = dutyKinds.reduce((sum, kind) => sum + office[kind], 0)
  const label = dutyKinds
    .map((kind) => `${t(`answers.standing.column.${dutyWords[kind]}`)}: ${office[kind]}`)
    .join(', ')
  let x = 0
  return (
    <svg viewBox={`0 0 ${width} 24`} preserveAspectRatio="none" role="img" aria-label={label} className="bar">
      {dutyKinds.map((kind) => {
        const share = total === 0 ? 0 : (office[kind] / total) * width
        const from = x
        x += share
        return share > 0 && <rect key={kind} x={from} y="0" width={share} height="24" className={`bar-${kind}`} />
      })}
    </svg>
  )
}
