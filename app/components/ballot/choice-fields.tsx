import { useState } from 'react'
import { pursesOf } from '#app/domain/polls/ballot'
import { ruleOf } from '#app/domain/polls/rules'
import { useWords } from '#app/i18n/use-words'
import type { BallotFieldProps } from './field-props'
import { OptionText } from './option-text'
import { WhatIsLeft } from './what-is-left'

/** One option, or several; on a budget's ballot what is left is always in sight, each district's beside its projects. */
export function ChoiceFields({ terms, content, language, onChange }: BallotFieldProps) {
  const t = useWords()
  const [chosen, setChosen] = useState<string[]>(content && 'choices' in content ? content.choices : [])
  const { rule, settings, options } = terms
  const single = ruleOf(rule).ballot === 'one'
  const change = (key: string, on: boolean) => {
    setChosen((before) => (single ? [key] : on ? [...before, key] : before.filter((one) => one !== key)))
    onChange()
  }
  const choice = (option: (typeof options)[number]) => {
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
        <OptionText option={option} language={language} rule={rule} currency={settings.currency} />
      </label>
    )
  }
  const choices = single || settings.maxChoices === null ? null : settings.maxChoices - chosen.length
  const purses = pursesOf(terms, new Set(chosen))
  const districts = purses.filter(({ district }) => district !== null)
  const apart = new Set(districts.flatMap(({ projects }) => projects))
  const whole = purses.find(({ district }) => district === null)
  return (
    <fieldset className="field ballot-options">
      <legend className="visually-hidden">{terms.question}</legend>
      <p className="hint">{t(single ? 'polls.ballot.one' : 'polls.ballot.several')}</p>
      <WhatIsLeft purse={whole} currency={settings.currency} choices={choices} />
      {districts.map((purse) => (
        <fieldset key={purse.district} className="field">
          <legend>
            <bdi>{purse.district}</bdi>
          </legend>
          <WhatIsLeft purse={purse} currency={settings.currency} choices={null} />
          {options.filter(({ key }) => purse.projects.includes(key)).map(choice)}
        </fieldset>
      ))}
      {options.filter(({ key }) => !apart.has(key)).map(choice)}
      {choices !== null && choices < 0 && (
        <p className="error" role="alert">
          {t('refusals.poll.too-many-choices')}
        </p>
      )}
    </fieldset>
  )
}
