import type { RuleName } from '#app/domain/polls/rules'
import { formatDecimal, formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import type { Names } from './sentences'

/** One seat of a committee, and at which load or price it was taken. */
export type SeatStage = { elected: string[]; by: string; value: string }

type Props = { rule: RuleName; stages: readonly SeatStage[]; names: Names; language: string }

/** The seats of a committee in the order in which they were given. */
export function Seats({ rule, stages, names, language }: Props) {
  const t = useWords()
  const reading = useLanguage()
  if (stages.length === 0) return null
  const measured = rule === 'equal-shares' ? 'price' : 'load'
  return (
    <>
      <div className="table-wrap" tabIndex={0} role="region" aria-label={t('polls.results.seats')}>
        <table className="amounts">
          <caption>{t('polls.results.seats')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('polls.results.seat')}</th>
              <th scope="col">{t('polls.results.option')}</th>
              <th scope="col">{t(`polls.results.seat-${measured}`)}</th>
            </tr>
          </thead>
          <tbody>
            {stages.map(({ elected: [key = ''], by, value }, at) => (
              <tr key={key}>
                <td>{formatNumber(at + 1, reading)}</td>
                <th scope="row">
                  <bdi lang={language}>{names[key]}</bdi>
                </th>
                <td>{by === measured ? formatDecimal(value, reading) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="hint">{t(`polls.results.seat-${measured}-about`)}</p>
    </>
  )
}
