import { LanguageField, SpeakerField, TerritoryField } from '#app/components/choice-fields'
import { TextArea, TextField } from '#app/components/fields'
import type { FormResult } from '#app/components/form-result'
import { useLanguage, useWords } from '#app/i18n/use-words'
import type { Words } from '#app/i18n/words'

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
  /** Whether one may ask for the place itself */
  official: boolean
  values: Values
  result: FormResult
}

export const questionLabels = (t: Words) => ({
  question: t('polls.fields.question'),
  description: t('polls.fields.description'),
  territoryId: t('polls.fields.territory'),
})

/** What is asked, where, and in whose name: for a new poll and for a draft. */
export function QuestionFields({ places, acting, official, values, result }: Props) {
  const t = useWords()
  const labels = questionLabels(t)
  const reading = useLanguage()
  return (
    <>
      <TextField
        name="question"
        label={labels.question}
        hint={t('polls.fields.question-hint')}
        value={values.question}
        result={result}
        required
        maxLength={200}
      />
      <TextArea
        name="description"
        label={labels.description}
        hint={t('polls.fields.description-hint')}
        value={values.description}
        result={result}
      />
      <TerritoryField
        label={labels.territoryId}
        value={values.territoryId}
        result={result}
        required
        empty={t('polls.fields.choose')}
        places={places}
      />
      <LanguageField label={t('polls.fields.language')} value={values.language ?? reading} result={result} />
      <SpeakerField
        acting={acting}
        legend={t('polls.fields.for')}
        own={official ? t('polls.fields.for-territory') : null}
        named={(name) => t('polls.fields.for-association', { name })}
        value={values.associationId}
        result={result}
      />
    </>
  )
}
