import { LanguageField, SpeakerField, TerritoryField } from '#app/components/choice-fields'
import { SelectField } from '#app/components/fields'
import type { FormResult } from '#app/components/form-result'
import { topics } from '#app/domain/proposals/topics'
import { useLanguage, useWords } from '#app/i18n/use-words'

export type Place = { id: string; name: string; kind: string }
export type Acting = { id: string; name: string }
type Values = {
  territoryId: string | null
  topic: string | null
  language: string | null
  associationId: string | null
}

/** Where, about what, in whose name and language: the first step, for a new draft and for one that exists. */
export function PlaceFields({
  places,
  acting,
  values,
  result,
}: {
  places: Place[]
  /** Nothing where somebody else says in whose name it speaks */
  acting: Acting[] | null
  values: Values
  result: FormResult
}) {
  const t = useWords()
  const reading = useLanguage()
  return (
    <>
      <TerritoryField
        label={t('proposals.fields.territory')}
        hint={t('proposals.fields.territory-hint')}
        value={values.territoryId}
        result={result}
        required
        empty={t('proposals.fields.choose')}
        places={places}
      />
      <SelectField
        name="topic"
        label={t('proposals.fields.topic')}
        value={values.topic}
        result={result}
        empty={t('proposals.fields.choose')}
        options={topics.map((value) => ({ value, label: t(`proposals.topic.${value}`) }))}
      />
      <LanguageField
        label={t('proposals.fields.language')}
        hint={t('proposals.fields.language-hint')}
        value={values.language ?? reading}
        result={result}
      />
      {acting && (
        <SpeakerField
          acting={acting}
          legend={t('proposals.fields.for')}
          own={t('proposals.fields.for-myself')}
          named={(name) => t('proposals.fields.for-association', { name })}
          value={values.associationId}
          result={result}
        />
      )}
    </>
  )
}
