import { Field } from '#app/components/fields'
import { type FormResult, typed } from '#app/components/form-result'
import { wallClock } from '#app/domain/polls/hours'
import { useWords } from '#app/i18n/use-words'
import type { Words } from '#app/i18n/words'

type Name = 'ideasFrom' | 'ideasUntil' | 'checkUntil' | 'voteFrom' | 'voteUntil'
export type Hours = Record<Name, Date | null>
const names: Name[] = ['ideasFrom', 'ideasUntil', 'checkUntil', 'voteFrom', 'voteUntil']

export const hourLabels = (t: Words): Record<Name, string> => ({
  ideasFrom: t('budgets.ideasFrom'),
  ideasUntil: t('budgets.ideasUntil'),
  checkUntil: t('budgets.checkUntil'),
  voteFrom: t('budgets.voteFrom'),
  voteUntil: t('budgets.voteUntil'),
})

/** The five dates of a budget, in their order. */
export function HourFields({ hours, result }: { hours: Hours; result: FormResult }) {
  const t = useWords()
  const labels = hourLabels(t)
  return (
    <>
      {names.map((name) => (
        <Field key={name} name={name} label={labels[name]} result={result}>
          {(wiring) => (
            <input
              {...wiring}
              type="datetime-local"
              dir="ltr"
              required
              defaultValue={typed(result, name, hours[name] ? wallClock(hours[name]) : '')}
            />
          )}
        </Field>
      ))}
    </>
  )
}
