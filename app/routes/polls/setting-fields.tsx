import { Choices, TextField } from '#app/components/fields'
import { FoldedFields } from '#app/components/folded-fields'
import type { FormResult } from '#app/components/form-result'
import { type RuleName, ruleOf, type SettingName } from '#app/domain/polls/rules'
import {
  addSteps,
  completions,
  exhaustiveOvers,
  type Settings,
  settingsFrom,
  startEndowments,
} from '#app/domain/polls/terms'
import { useWords } from '#app/i18n/use-words'
import type { Words } from '#app/i18n/words'

export const settingLabels = (t: Words) => ({
  budget: t('polls.fields.budget'),
  seats: t('polls.fields.seats'),
  maxChoices: t('polls.fields.maxChoices'),
  maxPoints: t('polls.fields.maxPoints'),
})

/** What the chosen rule asks for, and nothing else. */
export function SettingFields({ rule, settings, result }: { rule: RuleName; settings: Settings; result: FormResult }) {
  const t = useWords()
  const labels = settingLabels(t)
  const given = { currency: settings.currency, result }
  const asks = (name: SettingName) => ruleOf(rule).asks.includes(name)
  const number = (name: keyof typeof labels, most: number) =>
    asks(name) && (
      <TextField
        name={name}
        label={labels[name]}
        hint={t(`polls.fields.${name}-hint`, { most })}
        type="number"
        min={1}
        value={settings[name]?.toString()}
        result={result}
      />
    )
  return (
    <>
      {number('budget', 1_000_000_000)}
      {number('seats', 100)}
      {number('maxChoices', 100)}
      {number('maxPoints', 10)}
      {asks('spend') && (
        <Choices
          name="spend"
          legend={t('polls.fields.spend')}
          value={settings.spend}
          result={result}
          options={(['freely', 'within-budget'] as const).map((value) => ({
            value,
            label: t(`polls.fields.spend-${value}`),
          }))}
        />
      )}
      {asks('completion') && (
        <FoldedFields
          summary={t('polls.fields.completion')}
          names={['completion', 'startEndowment', 'addStep', 'exhaustiveOver']}
          open={hasChosenShares(settings)}
          result={result}
        >
          <OfTerms
            {...given}
            name="completion"
            hint={t('polls.fields.completion-hint')}
            values={completions}
            value={settings.completion}
          />
          <OfTerms
            {...given}
            name="startEndowment"
            values={startEndowments}
            value={settings.startEndowment ?? 'exact'}
          />
          <OfTerms
            {...given}
            name="addStep"
            hint={t('polls.fields.addStep-hint')}
            values={addSteps}
            value={settings.addStep ?? 'thousandth'}
          />
          <OfTerms
            {...given}
            name="exhaustiveOver"
            values={exhaustiveOvers}
            value={settings.exhaustiveOver ?? 'supported'}
          />
        </FoldedFields>
      )}
      {asks('whenTooDear') && (
        <Choices
          name="whenTooDear"
          legend={t('polls.fields.whenTooDear')}
          value={settings.whenTooDear}
          result={result}
          options={(['stop', 'skip'] as const).map((value) => ({
            value,
            label: t(`polls.fields.whenTooDear-${value}`),
          }))}
        />
      )}
      {asks('majority') && (
        <Choices
          name="majority"
          legend={t('polls.fields.majority')}
          value={settings.majority}
          result={result}
          options={(['half', 'two-thirds'] as const).map((value) => ({
            value,
            label: t(`polls.fields.majority-${value}`),
          }))}
        />
      )}
    </>
  )
}

type OfTermsProps = {
  name: 'completion' | 'startEndowment' | 'addStep' | 'exhaustiveOver'
  values: readonly string[]
  value: string
  currency: string
  hint?: string
  result: FormResult
}

/** A setting whose values are said in the words in which the terms tell them. */
function OfTerms({ name, values, currency, ...choices }: OfTermsProps) {
  const t = useWords()
  const options = values.map((value) => ({ value, label: t(`polls.terms.${name}-${value}`, { currency }) }))
  return <Choices {...choices} name={name} legend={t(`polls.fields.${name}`)} options={options} />
}

/** Whether anything is other than it is at first. */
function hasChosenShares({ completion, startEndowment, addStep, exhaustiveOver }: Settings): boolean {
  const first = settingsFrom({})
  return (
    completion !== first.completion ||
    startEndowment !== first.startEndowment ||
    addStep !== first.addStep ||
    exhaustiveOver !== first.exhaustiveOver
  )
}
