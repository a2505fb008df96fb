import { LanguageField, TerritoryField } from '#app/components/choice-fields'
import { Choices, type FormResult, TextArea, TextField } from '#app/components/fields'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { HourFields, type Hours } from './hour-field'

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

/** Its money, its rules and its dates: for a new one and for a draft. */
export function BudgetFields({ places, values, result }: Props) {
  const t = useWords()
  const reading = useLanguage()
  return (
    <>
      <TextField name="title" label={t('budgets.name')} value={values.title} result={result} required maxLength={150} />
      <TextArea
        name="description"
        label={t('budgets.about')}
        value={values.description}
        result={result}
        rows={4}
        maxLength={2000}
      />
      <TextField name="act" label={t('budgets.act')} value={values.act} result={result} maxLength={200} />
      <TerritoryField label={t('budgets.where')} value={values.territoryId} result={result} required places={places} />
      <LanguageField label={t('budgets.language')} value={values.language ?? reading} result={result} />
      <TextField
        name="money"
        type="number"
        min={1}
        label={t('budgets.money')}
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
        label={t('budgets.mostIdeas')}
        value={values.mostIdeas?.toString()}
        result={result}
      />
      <HourFields hours={values} result={result} />
    </>
  )
}

function Districts({ values, result }: Pick<Props, 'values' | 'result'>) {
  const t = useWords()
  const sent = result?.initialValue?.districts as Record<string, string>[] | undefined
  const lines = Math.max(4, values.districts.length + 1)
  return (
    <details open={values.districts.length > 0}>
      <summary>{t('budgets.districts')}</summary>
      {Array.from({ length: Math.min(lines, 20) }, (_, at) => {
        const known = values.districts[at]
        const name = `districts[${at}].name`
        return (
          <fieldset className="field" key={name}>
            <legend>{t('budgets.district-n', { number: at + 1 })}</legend>
            <TextField
              name={name}
              label={t('budgets.district')}
              value={sent?.[at]?.name ?? known?.name}
              maxLength={80}
            />
            <TextField
              name={`districts[${at}].money`}
              type="number"
              min={1}
              label={t('budgets.money')}
              value={sent?.[at]?.money ?? known?.money.toString()}
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
    </details>
  )
}
