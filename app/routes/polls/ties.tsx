import type { Tied } from '#app/domain/polls/reasons'
import { useWords } from '#app/i18n/use-words'
import { endedOnce, type Names } from './sentences'

/** Who was level with whom, and what decided. */
export function Ties({ ties, names }: { ties: Tied[]; names: Names }) {
  const t = useWords()
  if (ties.length === 0) return null
  const list = (keys: string[]) => keys.map((key) => names[key] ?? key).join(', ')
  return (
    <section aria-label={t('polls.results.ties')}>
      <h3>{t('polls.results.ties')}</h3>
      <ul>
        {ties.map(({ between, chosen, how, stage }) => (
          <li key={`${stage} ${between.join()} ${chosen.join()}`}>
            {stage !== undefined && `${t('polls.results.stage', { number: stage })}: `}
            {endedOnce(t(`polls.results.tie-${how}`, { between: list(between), chosen: list(chosen) }))}
          </li>
        ))}
      </ul>
    </section>
  )
}
