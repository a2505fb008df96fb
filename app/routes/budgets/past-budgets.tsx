import { Link } from '#app/components/link'
import type { PastComparison } from '#app/domain/polls/past-comparisons.server'
import { formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'

/** What the two rules would have funded before: to look at before one is chosen. */
export function PastBudgets({ past }: { past: PastComparison[] }) {
  const t = useWords()
  const reading = useLanguage()
  if (past.length === 0) return <p>{t('budgets.no-past')}</p>
  return (
    <>
      <p>{t('budgets.compare-first')}</p>
      {past.map(({ id, question, language, currency, compared }) => (
        <div className="table-wrap" key={id} tabIndex={0} role="region" aria-label={question}>
          <table>
            <caption>
              <Link to={`/polls/${id}/comparison`}>
                <bdi lang={language}>{question}</bdi>
              </Link>
            </caption>
            <thead>
              <tr>
                <th scope="col">{t('budgets.rule')}</th>
                <th scope="col">{t('polls.comparison.funded')}</th>
                <th scope="col">{t('polls.comparison.spent')}</th>
                <th scope="col">{t('polls.comparison.unheard')}</th>
              </tr>
            </thead>
            <tbody>
              {compared.map(({ rule, winners, cost, unheard }) => (
                <tr key={rule}>
                  <th scope="row">{t(`polls.rule.${rule}.name`)}</th>
                  <td>{formatNumber(winners.length, reading)}</td>
                  <td>
                    <bdi>
                      {formatNumber(cost, reading)} {currency}
                    </bdi>
                  </td>
                  <td>{formatNumber(unheard, reading)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </>
  )
}
