import { useWords } from '#app/i18n/use-words'
import type { BallotFieldProps } from './field-props'
import { OptionText } from './option-text'

/** Points beside each option; an option without points says nothing. */
export function PointFields({ terms, content, language, onChange }: BallotFieldProps) {
  const t = useWords()
  const given: Record<string, number> = content && 'points' in content ? content.points : {}
  const { maxPoints } = terms.settings
  const points = Array.from({ length: maxPoints + 1 }, (_, value) => value)
  return (
    <>
      <p className="hint">{t('polls.ballot.points', { most: maxPoints })}</p>
      {terms.options.map((option, at) => (
        <fieldset key={option.id} className="field ballot-option points">
          <legend>
            <OptionText option={option} language={language} rule={terms.rule} currency={terms.settings.currency} />
          </legend>
          <input type="hidden" name={`option[${at}]`} value={option.id} />
          <div className="point-choices">
            <label>
              <input
                type="radio"
                name={`number[${at}]`}
                value=""
                defaultChecked={given[option.key] === undefined}
                onChange={onChange}
              />
              <span>{t('polls.ballot.no-points')}</span>
            </label>
            {points.map((value) => (
              <label key={value}>
                <input
                  type="radio"
                  name={`number[${at}]`}
                  value={value}
                  defaultChecked={given[option.key] === value}
                  onChange={onChange}
                />
                <span>{value}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </>
  )
}
