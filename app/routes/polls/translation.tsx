import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { TextArea, TextField } from '#app/components/fields'
import { type FormResult, typed } from '#app/components/form-result'
import { orAgain } from '#app/components/no-answer'
import { WayBack } from '#app/components/way-back'
import { TranslationForm } from '#app/domain/polls/forms'
import type { Part } from '#app/domain/polls/translations'
import { translationPage, writeTranslation } from '#app/domain/polls/write-translation.server'
import { ownNames } from '#app/i18n/languages'
import { useWords } from '#app/i18n/use-words'
import type { Words } from '#app/i18n/words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'

export const loader = page(async ({ actor, param, t }) => {
  const language = param('language')
  const draft = await translationPage(actor, param('pollId'), language)
  const name = ownNames[language as keyof typeof ownNames]
  return { ...draft, language, name, title: `${t('polls.translation.title')}: ${name}` }
})

export const action = form(TranslationForm, async ({ actor, param, values }) => {
  const { kept } = await writeTranslation(actor, param('pollId'), param('language'), values)
  return go(`/polls/${param('pollId')}/summary`, { key: `polls.translation.${kept ? 'saved' : 'removed'}` })
})

export const clientAction = orAgain

export const shouldRevalidate = typedStays

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

const labels = (t: Words) => ({
  question: t('polls.fields.question'),
  description: t('polls.fields.description'),
  options: {
    line: (at: number) => t('polls.fields.option', { number: at + 1 }),
    parts: { title: t('polls.fields.option-title'), text: t('polls.fields.option-text') },
  },
})

/** One language: each part of the original, and under it the field for its translation. */
export default function Translation() {
  const { id, from, original, known, parts, language, name } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const { question, description, options } = labels(t)
  const beside = { from, to: language, result }
  return (
    <div className="narrow">
      <WayBack to={`/polls/${id}/summary`}>{t('polls.wizard.summary')}</WayBack>
      <h1>
        {t('polls.translation.title')}: <bdi lang={language}>{name}</bdi>
      </h1>
      <p>{t('polls.translation.about')}</p>
      <ActForm result={result} labels={labels(t)} button={t('polls.translation.save')} back={`/polls/${id}/summary`}>
        <input type="hidden" name="known" value={known} />
        <Beside {...beside} name="question" label={question} original={original.question} part={parts.question} />
        {original.description && (
          <Beside
            {...beside}
            name="description"
            label={description}
            original={original.description}
            part={parts.description}
            long
          />
        )}
        {original.options.map(({ key, title, text }, at) => (
          <fieldset className="card" key={key}>
            <legend>{options.line(at)}</legend>
            <Beside
              {...beside}
              name={`options[${at}].title`}
              label={options.parts.title}
              original={title}
              part={parts.options[at]?.title}
            />
            {text && (
              <Beside
                {...beside}
                name={`options[${at}].text`}
                label={options.parts.text}
                original={text}
                part={parts.options[at]?.text}
                long
              />
            )}
          </fieldset>
        ))}
        <p className="hint">{t('polls.translation.empty-hint')}</p>
      </ActForm>
    </div>
  )
}

type BesideProps = {
  name: string
  label: string
  original: string
  part: Part | undefined
  from: string
  to: string
  long?: boolean
  result: FormResult
}

/** With the field goes what it was written beside: of an original that changed since, the translation has to be looked at. */
function Beside({ name, label, original, part, from, to, long = false, result }: BesideProps) {
  const t = useWords()
  const beside = typed(result, `${name}From`, original)
  const changed = result ? beside !== original : part !== undefined && part.to !== '' && part.from !== original
  const hint = (
    <>
      <span lang={from} dir="auto" className="original">
        {original}
      </span>
      {changed && <span className="badge time">{t('polls.translation.changed')}</span>}
    </>
  )
  const field = { name, label, hint, result, value: part?.to, lang: to }
  return (
    <>
      <input type="hidden" name={`${name}From`} value={beside} />
      {long ? <TextArea {...field} rows={4} /> : <TextField {...field} />}
    </>
  )
}
