import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BoardHead } from '#app/components/board-head'
import { KeptTranslation } from '#app/components/kept-translation'
import { orAgain } from '#app/components/no-answer'
import { TranslationField } from '#app/components/translation-field'
import { WayBack } from '#app/components/way-back'
import { TranslationForm } from '#app/domain/polls/forms'
import { headOf } from '#app/domain/polls/secret/board.server'
import { translationPage, writeTranslation } from '#app/domain/polls/write-translation.server'
import { ownNames } from '#app/i18n/languages'
import { useWords } from '#app/i18n/use-words'
import type { Words } from '#app/i18n/words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'

export const loader = page(async ({ actor, param, t }) => {
  const language = param('language')
  const id = param('pollId')
  const [draft, head] = await Promise.all([translationPage(actor, id, language), headOf(id)])
  const name = ownNames[language as keyof typeof ownNames]
  return { ...draft, head, language, name, title: `${t('translations.title')}: ${name}` }
})

export const action = form(TranslationForm, async ({ actor, param, values }) => {
  const { kept } = await writeTranslation(actor, param('pollId'), param('language'), values)
  return go(`/polls/${param('pollId')}/summary`, { key: `translations.${kept ? 'saved' : 'removed'}` })
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
  const { id, head, from, original, known, parts, language, name } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const { question, description, options } = labels(t)
  return (
    <div className="narrow">
      <WayBack to={`/polls/${id}/summary`}>{t('polls.wizard.summary')}</WayBack>
      <h1>
        {t('translations.title')}: <bdi lang={language}>{name}</bdi>
      </h1>
      <p>{t('polls.translation.about')}</p>
      <KeptTranslation
        of={`/polls/${id}`}
        language={language}
        known={known}
        result={result}
        labels={labels(t)}
        back={`/polls/${id}/summary`}
      >
        {(shown) => {
          const beside = { from, to: language, result: shown }
          return (
            <>
              <TranslationField
                {...beside}
                name="question"
                label={question}
                original={original.question}
                part={parts.question}
              />
              {original.description && (
                <TranslationField
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
                  <TranslationField
                    {...beside}
                    name={`options[${at}].title`}
                    label={options.parts.title}
                    original={title}
                    part={parts.options[at]?.title}
                  />
                  {text && (
                    <TranslationField
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
              <p className="hint">{t('translations.empty-hint')}</p>
            </>
          )
        }}
      </KeptTranslation>
      {head && <BoardHead pollId={id} head={head} />}
    </div>
  )
}
