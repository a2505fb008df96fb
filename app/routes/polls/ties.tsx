import type { Tied } from '#app/domain/polls/reasons'
import { listed } from '#app/i18n/languages'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { endedOnce, type Names } from './sentences'

/** Who was level with whom, and what decided. */
export function Ties({ ties, names }: { ties: Tied[]; names: Names }) {
  const t = useWords()
  const language = useLanguage()
  if (ties.length === 0) return null
  const duel = (text: string) => {
    const [first = '', second] = text.split(' > ').map((key) => names[key] ?? key)
    return second === undefined ? first : t('polls.results.duel', { first, second })
  }
  const list = (keys: string[]) => listed(keys.map(duel), language)
  return (
    <section aria-label={t('polls.results.ties')}>
      <h3>{t('polls.results.ties')}</h3>
      <ul>
        {ties.map(({ between, chosen, how, stage, purpose }) => (
          <li key={`${stage} ${between.join()} ${chosen.join()}`}>
            {stage !== undefined && `${t('polls.results.stage', { number: stage })}: `}
            {endedOnce(
              t(`polls.results.tie-${purpose === 'locking' ? purpose : how}`, {
                between: list(between),
                chosen: list(chosen),
              }),
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
