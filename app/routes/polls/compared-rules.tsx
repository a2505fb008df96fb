import type { Compared } from '#app/domain/polls/comparison'
import type { Terms } from '#app/domain/polls/terms'
import { formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'

type Props = { compared: Compared[]; terms: Pick<Terms, 'options' | 'settings'>; language: string }

/** Project by project, and for how many people something was done. */
export function ComparedRules({ compared, terms, language }: Props) {
  const t = useWords()
  const reading = useLanguage()
  const figures = [
    ['funded', ({ winners }: Compared) => formatNumber(winners.length, reading)],
    ['spent', ({ cost }: Compared) => `${formatNumber(cost, reading)} ${terms.settings.currency}`],
    ['heard', ({ heard }: Compared) => formatNumber(heard, reading)],
    ['unheard', ({ unheard }: Compared) => formatNumber(unheard, reading)],
  ] as const
  return (
    <div className="table-wrap">
      <table className="compared">
        <thead>
          <tr>
            <td />
            {compared.map(({ rule }) => (
              <th scope="col" key={rule}>
                {t(`polls.rule.${rule}.name`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map(([name, figure]) => (
            <tr key={name}>
              <th scope="row">{t(`polls.comparison.${name}`)}</th>
              {compared.map((one) => (
                <td key={one.rule}>
                  <strong>{figure(one)}</strong>
                </td>
              ))}
            </tr>
          ))}
          {terms.options.map(({ key, title }) => (
            <tr key={key}>
              <th scope="row">
                <bdi lang={language}>{title}</bdi>
              </th>
              {compared.map(({ rule, winners }) => (
                <td key={rule} className={winners.includes(key) ? 'won' : undefined}>
                  {t(winners.includes(key) ? 'polls.comparison.yes' : 'polls.comparison.no')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
