import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { Money } from './money'

type Figure = { id: string; cost: number; why: string; byOffice: boolean; at: Date; who: string }

/** Every figure with who, when and why, the oldest first. */
export function FigureHistory({ figures }: { figures: Figure[] }) {
  const t = useWords()
  const reading = useLanguage()
  if (figures.length === 0) return null
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{t('budgets.figures')}</h2>
      <ol>
        {figures.map(({ id, cost, why, byOffice, at, who }) => (
          <li key={id}>
            <strong>
              <Money amount={cost} />
            </strong>{' '}
            · <time dateTime={at.toISOString()}>{formatDate(at, reading)}</time> · <bdi>{who}</bdi> (
            {t(byOffice ? 'budgets.by-office' : 'budgets.by-author')})
            {why && (
              <>
                <br />
                <bdi>{why}</bdi>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
