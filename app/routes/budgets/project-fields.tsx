import { LanguageField, SpeakerField } from '#app/components/choice-fields'
import { SelectField, TextArea, TextField } from '#app/components/fields'
import { FoldedFields } from '#app/components/folded-fields'
import type { FormResult } from '#app/components/form-result'
import { useLanguage, useWords } from '#app/i18n/use-words'
import type { Words } from '#app/i18n/words'

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
  speakers: { acting: { id: string; name: string }[]; oneself: boolean } | null
  values: Values
  result: FormResult
}

export const projectLabels = (t: Words) => ({
  title: t('budgets.name'),
  text: t('budgets.text'),
  place: t('budgets.place'),
  districtId: t('budgets.district'),
  cost: t('budgets.cost'),
  costWhy: t('budgets.costWhy'),
  latitude: t('budgets.latitude'),
  longitude: t('budgets.longitude'),
})

/** What one would do, where, and what it may cost: for a new idea and for one that changes. */
export function ProjectFields({ districts, speakers, values, result }: Props) {
  const t = useWords()
  const labels = projectLabels(t)
  const reading = useLanguage()
  return (
    <>
      {speakers && (
        <SpeakerField
          acting={speakers.acting}
          legend={t('budgets.association')}
          own={speakers.oneself ? t('budgets.myself') : null}
          result={result}
        />
      )}
      <TextField name="title" label={labels.title} value={values.title} result={result} required maxLength={100} />
      <TextArea name="text" label={labels.text} value={values.text} result={result} required rows={7} />
      <TextField name="place" label={labels.place} value={values.place} result={result} required maxLength={150} />
      <DistrictField districts={districts} value={values.districtId} result={result} />
      <LanguageField label={t('budgets.language')} value={values.language ?? reading} result={result} />
      <FoldedFields
        summary={t('budgets.more-details')}
        names={['cost', 'costWhy', 'latitude', 'longitude']}
        result={result}
      >
        <TextField
          name="cost"
          type="number"
          min={1}
          label={labels.cost}
          value={values.cost?.toString()}
          result={result}
        />
        <TextField name="costWhy" label={labels.costWhy} result={result} maxLength={500} />
        <Coordinates values={values} result={result} />
      </FoldedFields>
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
  const labels = projectLabels(useWords())
  return (
    <>
      <TextField
        name="latitude"
        dir="ltr"
        label={labels.latitude}
        value={values.latitude?.toString()}
        result={result}
        maxLength={20}
      />
      <TextField
        name="longitude"
        dir="ltr"
        label={labels.longitude}
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
      label={projectLabels(t).districtId}
      value={value}
      result={result}
      required
      empty={t('polls.fields.choose')}
      options={districts.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
