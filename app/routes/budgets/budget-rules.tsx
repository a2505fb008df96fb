import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { Money } from './money'

type Ruled = {
  act: string | null
  money: number
  proposers: string
  mostIdeas: number | null
  ballot: string
  districts: { id: string; name: string; money: number }[]
  dates: Record<'ideasFrom' | 'ideasUntil' | 'checkUntil' | 'voteFrom' | 'voteUntil', Date>
  moves: { at: Date; reason: string }[]
}

const dateNames = ['ideasFrom', 'ideasUntil', 'checkUntil', 'voteFrom', 'voteUntil'] as const

/** Dates with their rules beside them, and every move of a date with its reason. */
export function BudgetRules({ budget }: { budget: Ruled }) {
  const t = useWords()
  const reading = useLanguage()
  const { act, proposers, mostIdeas, ballot, districts, dates, moves } = budget
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{t('budgets.rules')}</h2>
      <dl className="facts">
        {dateNames.map((name) => (
          <div key={name}>
            <dt>{t(`budgets.${name}`)}</dt>
            <dd>
              <time dateTime={dates[name].toISOString()}>{formatDate(dates[name], reading, 'moment')}</time>
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('budgets.proposers')}</dt>
          <dd>
            {t(`budgets.proposers-${proposers}`)}
            {mostIdeas !== null && ` · ${t('budgets.mostIdeas')}: ${mostIdeas}`}
          </dd>
        </div>
        {districts.length > 0 && (
          <div>
            <dt>{t('budgets.districts')}</dt>
            {districts.map(({ id, name, money }) => (
              <dd key={id}>
                <bdi>{name}</bdi>: <Money amount={money} />
              </dd>
            ))}
            <dd>
              {t('budgets.ballot')} {t(`budgets.ballot-${ballot}`)}
            </dd>
          </div>
        )}
        {act && (
          <div>
            <dt>{t('budgets.act')}</dt>
            <dd>
              <bdi>{act}</bdi>
            </dd>
          </div>
        )}
      </dl>
      {moves.map(({ at, reason }) => (
        <p key={at.toISOString()}>
          {t('budgets.moved', { when: formatDate(at, reading) })} <bdi>{reason}</bdi>
        </p>
      ))}
    </section>
  )
}
