import { Choices, type FormResult, SelectField } from '#app/components/fields'
import { usePlaceName } from '#app/components/place-name'
import { languages } from '#app/domain/languages'
import { topics } from '#app/domain/proposals/topics'
import { ownNames } from '#app/i18n/languages'
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
  acting: Acting[]
  values: Values
  result: FormResult
}) {
  const t = useWords()
  const placeName = usePlaceName()
  const reading = useLanguage()
  return (
    <>
      <SelectField
        name="territoryId"
        label={t('proposals.fields.territory')}
        hint={t('proposals.fields.territory-hint')}
        value={values.territoryId}
        result={result}
        required
        empty={t('proposals.fields.choose')}
        options={places.map(({ id, name, kind }) => ({
          value: id,
          label: placeName({ name, kind }),
        }))}
      />
      <SelectField
        name="topic"
        label={t('proposals.fields.topic')}
        value={values.topic}
        result={result}
        empty={t('proposals.fields.choose')}
        options={topics.map((value) => ({ value, label: t(`proposals.topic.${value}`) }))}
      />
      <SelectField
        name="language"
        label={t('proposals.fields.language')}
        hint={t('proposals.fields.language-hint')}
        value={values.language ?? reading}
        result={result}
        options={languages.map((value) => ({ value, label: ownNames[value] }))}
      />
      {acting.length > 0 && (
        <Choices
          name="associationId"
          legend={t('proposals.fields.for')}
          value={values.associationId ?? ''}
          result={result}
          options={[
            { value: '', label: t('proposals.fields.for-myself') },
            ...acting.map(({ id, name }) => ({ value: id, label: t('proposals.fields.for-association', { name }) })),
          ]}
        />
      )}
    </>
  )
}
