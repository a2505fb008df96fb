import { Choices, type FormResult, SelectField, TextArea, TextField } from '#app/components/fields'
import { usePlaceName } from '#app/components/place-name'
import { languages } from '#app/domain/languages'
import { ownNames } from '#app/i18n/languages'
import { useLanguage, useWords } from '#app/i18n/use-words'

type Values = {
  territoryId: string | null
  associationId: string | null
  language: string | null
  question: string
  description: string
}

type Props = {
  places: { id: string; name: string; kind: string }[]
  acting: { id: string; name: string }[]
  values: Values
  result: FormResult
}

/** What is asked, where, and in whose name: for a new poll and for a draft. */
export function QuestionFields({ places, acting, values, result }: Props) {
  const t = useWords()
  const placeName = usePlaceName()
  const reading = useLanguage()
  return (
    <>
      <TextField
        name="question"
        label={t('polls.fields.question')}
        hint={t('polls.fields.question-hint')}
        value={values.question}
        result={result}
        required
        maxLength={200}
      />
      <TextArea
        name="description"
        label={t('polls.fields.description')}
        hint={t('polls.fields.description-hint')}
        value={values.description}
        result={result}
        maxLength={2000}
      />
      <SelectField
        name="territoryId"
        label={t('polls.fields.territory')}
        value={values.territoryId}
        result={result}
        required
        empty={t('polls.fields.choose')}
        options={places.map(({ id, name, kind }) => ({
          value: id,
          label: placeName({ name, kind }),
        }))}
      />
      <SelectField
        name="language"
        label={t('polls.fields.language')}
        value={values.language ?? reading}
        result={result}
        options={languages.map((value) => ({ value, label: ownNames[value] }))}
      />
      {acting.length > 0 && (
        <Choices
          name="associationId"
          legend={t('polls.fields.for')}
          value={values.associationId ?? ''}
          result={result}
          options={[
            { value: '', label: t('polls.fields.for-territory') },
            ...acting.map(({ id, name }) => ({ value: id, label: t('polls.fields.for-association', { name }) })),
          ]}
        />
      )}
    </>
  )
}
