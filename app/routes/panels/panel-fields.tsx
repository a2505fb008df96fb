import { LanguageField, TerritoryField } from '#app/components/choice-fields'
import { Field, TextArea, TextField } from '#app/components/fields'
import { type FormResult, typed } from '#app/components/form-result'
import { wallClock } from '#app/domain/polls/hours'
import { useLanguage, useWords } from '#app/i18n/use-words'
import type { Words } from '#app/i18n/words'

type Values = {
  title: string
  description: string
  territoryId: string | null
  language: string | null
  seats: number
  gathersTo: Date | null
  drawsAt: Date | null
  chance: string
}

export const panelLabels = (t: Words) => ({
  title: t('panels.fields.title'),
  description: t('panels.fields.description'),
  territoryId: t('panels.fields.territory'),
  language: t('panels.fields.language'),
  seats: t('panels.fields.seats'),
  gathersTo: t('panels.fields.gathersTo'),
  drawsAt: t('panels.fields.drawsAt'),
  chance: t('panels.fields.chance'),
})

/** What a panel is for, how large, and when: for a new one and for a draft. */
export function PanelFields({
  places,
  values,
  result,
}: {
  places: { id: string; name: string; kind: string }[]
  values: Values
  result: FormResult
}) {
  const t = useWords()
  const reading = useLanguage()
  const labels = panelLabels(t)
  return (
    <>
      <TextField name="title" label={labels.title} value={values.title} result={result} required maxLength={150} />
      <TextArea name="description" label={labels.description} value={values.description} result={result} rows={4} />
      <TerritoryField label={labels.territoryId} value={values.territoryId} result={result} required places={places} />
      <LanguageField label={labels.language} value={values.language ?? reading} result={result} />
      <TextField
        name="seats"
        type="number"
        min={2}
        label={labels.seats}
        value={String(values.seats)}
        result={result}
        required
      />
      <HourField name="gathersTo" value={values.gathersTo} result={result} />
      <HourField name="drawsAt" value={values.drawsAt} result={result} />
      <TextField
        name="chance"
        label={labels.chance}
        hint={t('panels.fields.chance-hint')}
        value={values.chance}
        result={result}
        required
        maxLength={300}
      />
    </>
  )
}

export function HourField({
  name,
  value,
  result,
}: {
  name: 'gathersTo' | 'drawsAt'
  value: Date | null
  result: FormResult
}) {
  const t = useWords()
  return (
    <Field name={name} label={panelLabels(t)[name]} hint={t(`panels.fields.${name}-hint`)} result={result}>
      {(wiring) => (
        <input
          {...wiring}
          type="datetime-local"
          dir="ltr"
          required
          defaultValue={typed(result, name, value ? wallClock(value) : '')}
        />
      )}
    </Field>
  )
}
