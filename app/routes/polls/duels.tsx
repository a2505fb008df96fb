import type { ReactNode } from 'react'
import type { PollReport } from '#app/domain/polls/count'
import type { Table } from '#app/domain/voting/rules/outcome'
import { formatDecimal, formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import type { Names } from './sentences'

type Props = { report: PollReport; names: Names; language: string }

/** A table of more options than this is folded: it is wider than any screen. */
const mostShown = 12

/** Each option against each other: the ballots, the strongest paths of Schulze, the duels that ranked pairs keeps. */
export function Duels({ report, names, language }: Props) {
  const t = useWords()
  const reading = useLanguage()
  const { pairwise, strengths, locked = [] } = report as Partial<Record<'pairwise' | 'strengths', Table>> & PollReport
  if (!pairwise) return null
  const keys = Object.keys(names).filter((key) => pairwise[key])
  const shared = { keys, names, language }
  return (
    <section aria-label={t('polls.results.duels-title')}>
      <h3>{t('polls.results.duels-title')}</h3>
      <Folded options={keys.length}>
        <Crossed {...shared} table={pairwise} caption={t('polls.results.duels')} />
      </Folded>
      {strengths && (
        <Folded options={keys.length}>
          <Crossed {...shared} table={strengths} caption={t('polls.results.paths')} />
          <p className="hint">{t('polls.results.paths-about')}</p>
        </Folded>
      )}
      {Array.isArray(locked) && locked.length > 0 && (
        <Folded options={keys.length}>
          <div className="table-wrap" tabIndex={0} role="region" aria-label={t('polls.results.kept')}>
            <table className="amounts">
              <caption>{t('polls.results.kept')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('polls.results.duels-title')}</th>
                  <th scope="col">{t('polls.why.ahead')}</th>
                  <th scope="col">{t('polls.why.behind')}</th>
                </tr>
              </thead>
              <tbody>
                {(locked as [string, string][]).map(([winner, loser]) => (
                  <tr key={`${winner} ${loser}`}>
                    <th scope="row">
                      {t('polls.results.duel', { first: names[winner] ?? winner, second: names[loser] ?? loser })}
                    </th>
                    <td className="won">{formatNumber(Number(pairwise[winner]?.[loser] ?? 0), reading)}</td>
                    <td>{formatNumber(Number(pairwise[loser]?.[winner] ?? 0), reading)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Folded>
      )}
    </section>
  )
}

function Folded({ options, children }: { options: number; children: ReactNode }) {
  const t = useWords()
  if (options <= mostShown) return children
  return (
    <details>
      <summary>{t('polls.results.open-table', { options })}</summary>
      {children}
    </details>
  )
}

type CrossedProps = { keys: readonly string[]; names: Names; language: string; table: Table; caption: string }

/** Row against column. A column has the number of its row in sight, and its name for who hears the table. */
function Crossed({ keys, names, language, table, caption }: CrossedProps) {
  const t = useWords()
  const reading = useLanguage()
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={caption}>
      <table className="crossed">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('polls.results.option')}</th>
            {keys.map((key, at) => (
              <th scope="col" key={key} title={names[key]}>
                <span aria-hidden="true">{formatNumber(at + 1, reading)}</span>
                <span className="visually-hidden">{names[key]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map((row, at) => (
            <tr key={row}>
              <th scope="row">
                {formatNumber(at + 1, reading)}. <bdi lang={language}>{names[row]}</bdi>
              </th>
              {keys.map((column) => {
                const [ahead, behind] = [table[row]?.[column] ?? 0, table[column]?.[row] ?? 0]
                return (
                  <td key={column} className={Number(ahead) > Number(behind) ? 'won' : undefined}>
                    {row === column ? '–' : formatDecimal(String(ahead), reading)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
