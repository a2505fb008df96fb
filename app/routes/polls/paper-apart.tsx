import type { Channels } from '#app/domain/polls/channels'
import { ruleOf } from '#app/domain/polls/rules'
import type { Terms } from '#app/domain/polls/terms'
import { formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { namesOf } from './sentences'

type Props = { channels: Channels; terms: Pick<Terms, 'rule' | 'options' | 'voters'>; language: string }

/** How many ballots came on paper and how many were cast here; option by option where that gives nobody away. */
export function PaperApart({ channels: { paper, online, rows }, terms, language }: Props) {
  const t = useWords()
  const reading = useLanguage()
  const names = namesOf(terms, t)
  const number = (value: number) => formatNumber(value, reading)
  const isOrder = ruleOf(terms.rule).ballot === 'order'
  return (
    <section aria-labelledby="channels">
      <h2 id="channels">{t('polls.channels.title')}</h2>
      <div className="table-wrap">
        <table>
          {rows.length > 0 && <caption>{t(isOrder ? 'polls.channels.first' : 'polls.channels.named')}</caption>}
          <thead>
            <tr>
              <td />
              <th scope="col">{t(terms.voters === 'codes' ? 'polls.channels.by-code' : 'polls.channels.online')}</th>
              <th scope="col">{t('polls.channels.paper')}</th>
              <th scope="col">{t('polls.channels.together')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('polls.channels.all')}</th>
              <td>{number(online)}</td>
              <td>{number(paper)}</td>
              <td>{number(online + paper)}</td>
            </tr>
            {rows.map(({ key, split }) => (
              <tr key={key}>
                <th scope="row">
                  <bdi lang={language}>{names[key]}</bdi>
                </th>
                {split ? (
                  <>
                    <td>{number(split.online)}</td>
                    <td>{number(split.paper)}</td>
                    <td>{number(split.online + split.paper)}</td>
                  </>
                ) : (
                  <td colSpan={3}>{t('polls.channels.hidden')}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p className="hint">{t('polls.channels.too-few')}</p>}
    </section>
  )
}
