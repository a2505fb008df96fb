import { LanguageField, TerritoryField } from '#app/components/choice-fields'
import { Choices, TextArea, TextField } from '#app/components/fields'
import { FoldedFields } from '#app/components/folded-fields'
import type { FormResult } from '#app/components/form-result'
import { useLanguage, useWords } from '#app/i18n/use-words'
import type { Words } from '#app/i18n/words'
import { HourFields, type Hours, hourLabels } from './hour-field'

export type BudgetValues = Hours & {
  title: string
  description: string
  act: string | null
  territoryId: string | null
  language: string | null
  money: number | null
  proposers: string
  mostIdeas: number | null
  ballot: string
  districts: { name: string; money: number }[]
}

type Props = { places: { id: string; name: string; kind: string }[]; values: BudgetValues; result: FormResult }

const districtLabels = (t: Words) => ({
  line: (at: number) => t('budgets.district-n', { number: at + 1 }),
  parts: { name: t('budgets.district'), money: t('budgets.money') },
})

export const budgetLabels = (t: Words) => ({
  title: t('budgets.name'),
  description: t('budgets.about'),
  act: t('budgets.act'),
  territoryId: t('budgets.where'),
  money: t('budgets.money'),
  districts: districtLabels(t),
  mostIdeas: t('budgets.mostIdeas'),
  ...hourLabels(t),
})

/** Its money, its rules and its dates: for a new one and for a draft. */
export function BudgetFields({ places, values, result }: Props) {
  const t = useWords()
  const labels = budgetLabels(t)
  const reading = useLanguage()
  return (
    <>
      <TextField name="title" label={labels.title} value={values.title} result={result} required maxLength={150} />
      <TextArea name="description" label={labels.description} value={values.description} result={result} rows={4} />
      <TextField name="act" label={labels.act} value={values.act} result={result} maxLength={200} />
      <TerritoryField label={labels.territoryId} value={values.territoryId} result={result} required places={places} />
      <LanguageField label={t('budgets.language')} value={values.language ?? reading} result={result} />
      <TextField
        name="money"
        type="number"
        min={1}
        label={labels.money}
        hint={t('budgets.money-hint')}
        value={values.money?.toString()}
        result={result}
      />
      <Districts values={values} result={result} />
      <Choices
        name="proposers"
        legend={t('budgets.proposers')}
        value={values.proposers}
        result={result}
        options={['residentsAndAssociations', 'residents', 'associations'].map((value) => ({
          value,
          label: t(`budgets.proposers-${value}`),
        }))}
      />
      <TextField
        name="mostIdeas"
        type="number"
        min={1}
        label={labels.mostIdeas}
        value={values.mostIdeas?.toString()}
        result={result}
      />
      <HourFields hours={values} result={result} />
    </>
  )
}

function Districts({ values, result }: Pick<Props, 'values' | 'result'>) {
  const t = useWords()
  const { line, parts } = districtLabels(t)
  const lines = Math.max(4, values.districts.length + 1)
  return (
    <FoldedFields
      summary={t('budgets.districts')}
      names={['districts']}
      open={values.districts.length > 0}
      result={result}
    >
      {Array.from({ length: Math.min(lines, 20) }, (_, at) => {
        const known = values.districts[at]
        const name = `districts[${at}].name`
        return (
          <fieldset className="field" key={name}>
            <legend>{line(at)}</legend>
            <TextField name={name} label={parts.name} value={known?.name} result={result} maxLength={80} />
            <TextField
              name={`districts[${at}].money`}
              type="number"
              min={1}
              label={parts.money}
              value={known?.money.toString()}
              result={result}
            />
          </fieldset>
        )
      })}
      <Choices
        name="ballot"
        legend={t('budgets.ballot')}
        value={values.ballot}
        result={result}
        options={['several', 'one'].map((value) => ({ value, label: t(`budgets.ballot-${value}`) }))}
      />
    </FoldedFields>
  )
}
