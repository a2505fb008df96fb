import { LanguageField } from '#app/components/choice-fields'
import { type FormResult, SelectField, TextArea, TextField } from '#app/components/fields'
import { useLanguage, useWords } from '#app/i18n/use-words'

type Values = {
  title: string
  text: string
  place: string
  districtId: string | null
  latitude: number | null
  longitude: number | null
  language: string | null
  cost: number | null
}
type Props = {
  districts: { id: string; name: string }[]
  /** In whose name one may write: nothing where it is settled */
  names: { value: string; label: string }[]
  values: Values
  result: FormResult
}

/** What one would do, where, and what it may cost: for a new idea and for one that changes. */
export function ProjectFields({ districts, names, values, result }: Props) {
  const t = useWords()
  const reading = useLanguage()
  return (
    <>
      {names.length > 1 && (
        <SelectField name="associationId" label={t('budgets.association')} result={result} options={names} />
      )}
      {names.length === 1 && <input type="hidden" name="associationId" value={names[0]?.value} />}
      <TextField name="title" label={t('budgets.name')} value={values.title} result={result} required maxLength={100} />
      <TextArea
        name="text"
        label={t('budgets.text')}
        value={values.text}
        result={result}
        required
        rows={7}
        maxLength={3000}
      />
      <TextField
        name="place"
        label={t('budgets.place')}
        value={values.place}
        result={result}
        required
        maxLength={150}
      />
      <DistrictField districts={districts} value={values.districtId} result={result} />
      <LanguageField label={t('budgets.language')} value={values.language ?? reading} result={result} />
      <details>
        <summary>{t('budgets.more-details')}</summary>
        <TextField
          name="cost"
          type="number"
          min={1}
          label={t('budgets.cost')}
          value={values.cost?.toString()}
          result={result}
        />
        <TextField name="costWhy" label={t('budgets.costWhy')} result={result} maxLength={500} />
        <Coordinates values={values} result={result} />
      </details>
    </>
  )
}

/** For whoever knows them, or cannot tap a map. */
export function Coordinates({
  values,
  result,
}: {
  values: Pick<Values, 'latitude' | 'longitude'>
  result: FormResult
}) {
  const t = useWords()
  return (
    <>
      <TextField
        name="latitude"
        dir="ltr"
        label={t('budgets.latitude')}
        value={values.latitude?.toString()}
        result={result}
        maxLength={20}
      />
      <TextField
        name="longitude"
        dir="ltr"
        label={t('budgets.longitude')}
        value={values.longitude?.toString()}
        result={result}
        maxLength={20}
      />
    </>
  )
}

type DistrictProps = { districts: { id: string; name: string }[]; value?: string | null; result: FormResult }

/** A budget without districts does not ask. */
export function DistrictField({ districts, value, result }: DistrictProps) {
  const t = useWords()
  if (districts.length === 0) return null
  return (
    <SelectField
      name="districtId"
      label={t('budgets.district')}
      value={value}
      result={result}
      required
      empty={t('polls.fields.choose')}
      options={districts.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
