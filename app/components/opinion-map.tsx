import type { ShownPicture } from '#app/domain/opinions/shown'
import { useWords } from '#app/i18n/use-words'

/** Half the side of the drawing. */
const half = 100
const margin = 14

/** Who stands near whom: circles of at least five people, and the same as a table. */
export function OpinionMap({ picture, place }: { picture: ShownPicture; place: [number, number] | null }) {
  const t = useWords()
  const { stands, groups, elsewhere, reach, shows, people } = picture
  const scale = (half - margin) / reach
  const most = Math.max(1, ...stands.map((stand) => stand.people))
  const radius = (count: number) => 5 + 9 * Math.sqrt(count / most)
  const clamp = (value: number) => Math.max(-half + 4, Math.min(half - 4, value * scale))
  return (
    <>
      <p>{t('opinions.map-hint', { percent: shows })}</p>
      <svg
        className="opinion-map"
        viewBox={`${-half} ${-half} ${2 * half} ${2 * half}`}
        role="img"
        aria-label={t('opinions.map-label', { count: people, groups: groups.length })}
      >
        <line className="axis" x1={-half} y1={0} x2={half} y2={0} />
        <line className="axis" x1={0} y1={-half} x2={0} y2={half} />
        {stands.map((stand) => (
          <g key={`${stand.group} ${stand.x} ${stand.y}`} className={`group-${stand.group % 5}`}>
            <circle cx={stand.x * scale} cy={-stand.y * scale} r={radius(stand.people)} />
            <text x={stand.x * scale} y={-stand.y * scale} dy="0.35em" textAnchor="middle">
              {groups[stand.group]?.name}
            </text>
          </g>
        ))}
        {place && (
          <g className="you">
            <circle cx={clamp(place[0])} cy={-clamp(place[1])} r={6} />
            <text x={clamp(place[0])} y={-clamp(place[1]) - 9} textAnchor="middle">
              {t('opinions.you')}
            </text>
          </g>
        )}
      </svg>
      {place && <p>{t('opinions.you-are-here')}</p>}
      <details>
        <summary>{t('opinions.map-as-list')}</summary>
        <div className="table-wrap">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('opinions.columns.group')}</th>
                <th scope="col">{t('opinions.columns.people')}</th>
                <th scope="col">{t('opinions.columns.across')}</th>
                <th scope="col">{t('opinions.columns.up')}</th>
              </tr>
            </thead>
            <tbody>
              {stands.map((stand) => (
                <tr key={`${stand.group} ${stand.x} ${stand.y}`}>
                  <th scope="row">{groups[stand.group]?.name}</th>
                  <td>{stand.people}</td>
                  <td>{percentOf(stand.x, reach)}</td>
                  <td>{percentOf(stand.y, reach)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {elsewhere > 0 && (
          <p>{elsewhere < 5 ? t('opinions.few-elsewhere') : t('opinions.elsewhere', { count: elsewhere })}</p>
        )}
      </details>
    </>
  )
}

/** 0 at one border, 100 at the other. */
function percentOf(value: number, reach: number) {
  return Math.round((100 * (value + reach)) / (2 * reach))
}
