import type { Turnout } from '#app/domain/polls/turnout'
import { formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'

type Shape = { path: string | null; x: number; y: number; shade: number }
type Props = { turnout: Turnout & { picture: { width: number; height: number; places: Shape[] } } }

/** Where those who voted live, as a map and as a table; small numbers are in neither. */
export function TurnoutMap({ turnout: { shown, hidden, picture } }: Props) {
  const t = useWords()
  const reading = useLanguage()
  const most = Math.max(1, ...shown.map(({ ballots }) => ballots))
  return (
    <section aria-labelledby="where">
      <h2 id="where">{t('polls.where.title')}</h2>
      <p>{t('polls.where.about')}</p>
      <div className="columns even">
        <svg
          className="turnout-map"
          viewBox={`0 0 ${picture.width} ${picture.height}`}
          role="img"
          aria-label={t('polls.where.map')}
        >
          {picture.places.map(({ path, x, y, shade }) =>
            path ? (
              <path key={`${x} ${y}`} className={`shade-${shade}`} d={path} />
            ) : (
              <circle key={`${x} ${y}`} className={`shade-${shade}`} cx={x} cy={y} r={5} />
            ),
          )}
        </svg>
        <div className="table-wrap">
          <table className="poll-bars">
            <caption>{t('polls.where.ballots')}</caption>
            <thead className="visually-hidden">
              <tr>
                <th scope="col">{t('polls.where.place')}</th>
                <th scope="col">{t('polls.where.ballots')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ path, name, ballots }) => (
                <tr key={path} className="won">
                  <th scope="row">
                    {path === '' ? t('polls.where.elsewhere') : <bdi>{name}</bdi>}
                    <svg viewBox="0 0 100 6" preserveAspectRatio="none" width="100%" height="10" aria-hidden="true">
                      <rect x="0" y="0" width={(100 * ballots) / most} height="6" />
                    </svg>
                  </th>
                  <td>{formatNumber(ballots, reading)}</td>
                </tr>
              ))}
              {hidden && (
                <tr>
                  <th scope="row">{t('polls.where.hidden', { count: hidden.places })}</th>
                  <td>{formatNumber(hidden.ballots, reading)}</td>
                </tr>
              )}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  )
}
