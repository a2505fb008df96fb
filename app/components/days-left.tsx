import type { Standing } from '#app/domain/answers/clock'
import { useWords } from '#app/i18n/use-words'

/** How much time is left, or how late it is: always in words, with a shape. */
export function DaysLeft({ standing, daysLeft }: { standing: Standing; daysLeft: number }) {
  const t = useWords()
  const late = standing === 'late' || standing === 'very-late'
  const mark = late ? '▲' : standing === 'soon' ? '◔' : '○'
  const words = late
    ? t(standing === 'late' ? 'answers.late-by' : 'answers.very-late-by', { count: -daysLeft })
    : daysLeft === 0
      ? t('answers.due-today')
      : t('answers.days-left', { count: daysLeft })
  return (
    <span className={late ? 'badge refused' : standing === 'soon' ? 'badge time' : 'badge'}>
      <span aria-hidden="true">{mark}</span> {words}
    </span>
  )
}
