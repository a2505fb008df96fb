import { useState } from 'react'
import { chosenCost, leftOf } from '#app/domain/polls/ballot'
import { ruleOf } from '#app/domain/polls/rules'
import { formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import type { BallotFieldProps } from './field-props'
import { OptionText } from './option-text'

/** One option, or several; on a budget's ballot what is left is always in sight. */
export function ChoiceFields({ terms, content, language, onChange }: BallotFieldProps) {
  const t = useWords()
  const [chosen, setChosen] = useState<string[]>(content && 'choices' in content ? content.choices : [])
  const { rule, settings, options } = terms
  const single = ruleOf(rule).ballot === 'one'
  const change = (key: string, on: boolean) => {
    setChosen((before) => (single ? [key] : on ? [...before, key] : before.filter((one) => one !== key)))
    onChange()
  }
  return (
    <fieldset className="field ballot-options">
      <legend className="visually-hidden">{terms.question}</legend>
      <p className="hint">{t(single ? 'polls.ballot.one' : 'polls.ballot.several')}</p>
      {!single && <WhatIsLeft terms={terms} chosen={chosen} />}
      {options.map((option) => {
        const on = chosen.includes(option.key)
        return (
          <label key={option.id} className={on ? 'choice ballot-option chosen' : 'choice ballot-option'}>
            <input
              type={single ? 'radio' : 'checkbox'}
              name="choice"
              value={option.id}
              checked={on}
              onChange={(event) => change(option.key, event.currentTarget.checked)}
            />
            <OptionText option={option} language={language} rule={rule} currency={terms.settings.currency} />
          </label>
        )
      })}
      {!single && settings.maxChoices !== null && chosen.length > settings.maxChoices && (
        <p className="error" role="alert">
          {t('refusals.poll.too-many-choices')}
        </p>
      )}
    </fieldset>
  )
}

function WhatIsLeft({ terms, chosen }: Pick<BallotFieldProps, 'terms'> & { chosen: string[] }) {
  const t = useWords()
  const language = useLanguage()
  const { settings, rule } = terms
  const left = leftOf(terms, new Set(chosen))
  const choices = settings.maxChoices === null ? null : settings.maxChoices - chosen.length
  const budget = settings.budget ?? 0
  const freely = ruleOf(rule).budget && settings.budget !== null && !Number.isFinite(left)
  return (
    <div className="what-is-left" aria-live="polite">
      {Number.isFinite(left) && (
        <>
          <p className={left < 0 ? 'error' : undefined}>
            {left < 0
              ? t('polls.ballot.over', { amount: formatNumber(-left, language), currency: settings.currency })
              : t('polls.ballot.left', {
                  amount: formatNumber(left, language),
                  budget: formatNumber(budget, language),
                  currency: settings.currency,
                })}
          </p>
          <progress max={budget} value={Math.max(0, left)} aria-label={t('polls.ballot.left-label')} />
        </>
      )}
      {freely && (
        <p>
          {t('polls.ballot.chosen-cost', {
            amount: formatNumber(chosenCost(terms, new Set(chosen)), language),
            budget: formatNumber(budget, language),
            currency: settings.currency,
          })}
        </p>
      )}
      {choices !== null && <p>{t('polls.ballot.choices-left', { count: Math.max(0, choices) })}</p>}
    </div>
  )
}
