import { TextArea, TextField } from '#app/components/fields'
import { type FormResult, ticked } from '#app/components/form-result'
import { topics } from '#app/domain/proposals/topics'
import { useWords } from '#app/i18n/use-words'
import type { Words } from '#app/i18n/words'

type Office = { name: string; description: string; email: string | null; topics: readonly string[] }

export const officeLabels = (t: Words) => ({
  territoryId: t('offices.territory'),
  name: t('offices.name'),
  description: t('offices.description'),
  email: t('offices.email'),
  topics: t('offices.topics'),
})

/** What an office is: the same fields when it opens and when it changes. */
export function OfficeFields({ office, result }: { office?: Office; result: FormResult }) {
  const t = useWords()
  const labels = officeLabels(t)
  return (
    <>
      <TextField name="name" label={labels.name} value={office?.name} maxLength={120} required result={result} />
      <TextArea
        name="description"
        label={labels.description}
        hint={t('offices.description-hint')}
        value={office?.description}
        rows={2}
        result={result}
      />
      <TextField
        name="email"
        type="email"
        label={labels.email}
        hint={t('offices.email-hint')}
        value={office?.email}
        result={result}
      />
      <fieldset className="field" id="topics">
        <legend>{labels.topics}</legend>
        <p className="hint">{t('offices.topics-hint')}</p>
        <div className="many-choices">
          {topics.map((topic) => (
            <label key={topic} className="choice">
              <input
                type="checkbox"
                name="topics"
                value={topic}
                defaultChecked={ticked(result, 'topics', topic, office?.topics.includes(topic) ?? false)}
              />
              <span>{t(`proposals.topic.${topic}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </>
  )
}
