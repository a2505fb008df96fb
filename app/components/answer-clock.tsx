import type { Standing } from '#app/domain/answers/clock'
import type { KeptComputation } from '#app/domain/answers/kept-computation'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { DaysLeft } from './days-left'
import { DueComputation } from './due-computation'

type Clock = {
  officeName: string | null
  /** Who must answer while no office has it */
  territoryName: string
  dueOn: string
  standing: Standing
  daysLeft: number
  computation: KeptComputation | null
}

/** Who must answer by when, in words first, and the computation one tap away. */
export function AnswerClock({ officeName, territoryName, dueOn, standing, daysLeft, computation }: Clock) {
  const t = useWords()
  const language = useLanguage()
  const late = standing === 'late' || standing === 'very-late'
  return (
    <div className={late ? 'notice refused' : 'notice time'}>
      <p>
        {t(`answers.${officeName ? 'office-' : ''}${late ? 'had-to-answer' : 'must-answer'}`, {
          who: officeName ?? territoryName,
        })}{' '}
        <strong>
          <time dateTime={dueOn}>{formatDate(dueOn, language, 'weekday')}</time>
        </strong>
        . <DaysLeft standing={standing} daysLeft={daysLeft} />
      </p>
      {computation && <DueComputation computation={computation} />}
    </div>
  )
}
