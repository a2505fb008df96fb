import { Link } from '#app/components/link'
import { ruleOf } from '#app/domain/polls/rules'
import type { Terms } from '#app/domain/polls/terms'
import { formatDecimal } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import type { Names } from './sentences'

type Props = {
  terms: Pick<Terms, 'rule' | 'options'>
  totals: Record<string, string>
  winners: readonly string[]
  names: Names
  language: string
  caption?: string
  /** Where each option's own page is */
  addressOf?: (key: string) => string
  /** The option that a page is about */
  current?: string
  /** What the votes are that no option has, so that all add up */
  rest?: readonly { label: string; text: string }[]
}

/** A table whose rows carry their bar: the picture and the data are one thing. */
export function PollBars({ terms, totals, winners, names, language, caption, addressOf, current, rest = [] }: Props) {
  const t = useWords()
  const reading = useLanguage()
  const rows = terms.options
    .filter(({ key }) => totals[key] !== undefined)
    .map(({ key }) => ({ key, text: totals[key] ?? '0', value: Number(totals[key]) || 0 }))
    .sort((a, b) => b.value - a.value)
  if (rows.length === 0) return null
  const named = (key: string) => (
    <>
      <bdi lang={language}>{names[key]}</bdi>
      {winners.includes(key) && <span aria-hidden="true"> ✓</span>}
    </>
  )
  const most = Math.max(1, ...rows.map(({ value }) => value))
  return (
    <div className="table-wrap">
      <table className="poll-bars">
        <caption>{caption ?? t(unitOf(terms.rule))}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('polls.results.option')}</th>
            <th scope="col">{t('polls.results.total')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, text, value }) => (
            <tr key={key} className={rowClass(winners.includes(key), key === current)}>
              <th scope="row">
                {addressOf && key !== current ? <Link to={addressOf(key)}>{named(key)}</Link> : named(key)}
                <svg viewBox="0 0 100 6" preserveAspectRatio="none" width="100%" height="10" aria-hidden="true">
                  <rect x="0" y="0" width={(100 * value) / most} height="6" />
                </svg>
              </th>
              <td>{formatDecimal(text, reading)}</td>
            </tr>
          ))}
        </tbody>
        {rest.length > 0 && (
          <tfoot>
            {rest.map(({ label, text }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{formatDecimal(text, reading)}</td>
              </tr>
            ))}
          </tfoot>
        )}
      </table>
    </div>
  )
}

function rowClass(won: boolean, current: boolean) {
  return [won && 'won', current && 'current'].filter(Boolean).join(' ') || undefined
}

function unitOf(rule: Terms['rule']) {
  if (rule === 'score') return 'polls.results.in-points'
  if (rule === 'schulze' || rule === 'ranked-pairs') return 'polls.results.in-duels'
  return ruleOf(rule).ballot === 'order' ? 'polls.results.first-stage' : 'polls.results.in-votes'
}
