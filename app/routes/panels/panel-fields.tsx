import { LanguageField, TerritoryField } from '#app/components/choice-fields'
import { Field, type FormResult, TextArea, TextField, typed } from '#app/components/fields'
import { wallClock } from '#app/domain/polls/hours'
import { useLanguage, useWords } from '#app/i18n/use-words'

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
  const label = (name: string) => t(`panels.fields.${name}`)
  return (
    <>
      <TextField name="title" label={label('title')} value={values.title} result={result} required maxLength={150} />
      <TextArea
        name="description"
        label={label('description')}
        value={values.description}
        result={result}
        rows={4}
        maxLength={2000}
      />
      <TerritoryField label={label('territory')} value={values.territoryId} result={result} required places={places} />
      <LanguageField label={label('language')} value={values.language ?? reading} result={result} />
      <TextField
        name="seats"
        type="number"
        min={2}
        label={label('seats')}
        value={String(values.seats)}
        result={result}
        required
      />
      <HourField name="gathersTo" value={values.gathersTo} result={result} />
      <HourField name="drawsAt" value={values.drawsAt} result={result} />
      <TextField
        name="chance"
        label={label('chance')}
        hint={label('chance-hint')}
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
    <Field name={name} label={t(`panels.fields.${name}`)} hint={t(`panels.fields.${name}-hint`)} result={result}>
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
