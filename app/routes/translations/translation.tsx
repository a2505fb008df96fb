import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { KeptTranslation } from '#app/components/kept-translation'
import { orAgain } from '#app/components/no-answer'
import { TranslationField } from '#app/components/translation-field'
import { WayBack } from '#app/components/way-back'
import { found } from '#app/domain/refusal'
import { TranslationForm } from '#app/domain/translations/forms'
import { translatedKinds } from '#app/domain/translations/tell'
import { translationPage, writeTranslation } from '#app/domain/translations/translations.server'
import { ownNames } from '#app/i18n/languages'
import { useWords } from '#app/i18n/use-words'
import type { Words } from '#app/i18n/words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import type { Scene } from '#app/web/scene.server'
import { typedStays } from '#app/web/typed-stays'
import { placeOf } from './places'

/** What is translated, and the address of its page. */
function subjectIn({ url, param }: Scene) {
  const kind = found(translatedKinds.find((known) => placeOf[known] === url.pathname.split('/')[1]))
  const id = param('subjectId')
  return { kind, id, at: `/${placeOf[kind]}/${id}` }
}

export const loader = page(async (scene) => {
  const { at, ...subject } = subjectIn(scene)
  const language = scene.param('language')
  const draft = await translationPage(scene.actor, subject, language)
  const ownName = ownNames[language as keyof typeof ownNames]
  return { ...draft, at, language, ownName, title: `${scene.t('translations.title')}: ${ownName}` }
})

export const action = form(TranslationForm, async ({ values, ...scene }) => {
  const { at, ...subject } = subjectIn(scene)
  const { kept } = await writeTranslation(scene.actor, subject, scene.param('language'), values)
  return go(at, { key: `translations.${kept ? 'saved' : 'removed'}`, kind: 'done' })
})

export const clientAction = orAgain

export const shouldRevalidate = typedStays

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

/** Letters that a line of a phone's screen holds. */
const shortLine = 35

/** The name of a part's field. */
const fieldOf = (part: string) => (part === 'title' || part === 'description' ? part : `words.${part}`)

/** What a field is called: a statement by its number, a value by that it is one. */
function labelOf(field: string, t: Words): string {
  const [kind, number] = field.replace(/^words\./, '').split('-')
  return t(`translations.fields.${kind}`, { number })
}

/** One language: each part of the original, and under it the field for its translation. */
export default function Translation() {
  const { at, own, name, known, parts, more, language, ownName } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <WayBack to={at} language={own}>
        {name}
      </WayBack>
      <h1>
        {t('translations.title')}: <bdi lang={language}>{ownName}</bdi>
      </h1>
      <p>{t('translations.about')}</p>
      <KeptTranslation
        of={at}
        language={language}
        known={known}
        result={result}
        labels={(field) => labelOf(field, t)}
        back={at}
      >
        {(shown) => (
          <>
            {parts.map(({ part, text, language: from, ...written }) => (
              <TranslationField
                key={part}
                name={fieldOf(part)}
                fromName={fieldOf(part).replace(/^\w+/, '$&From')}
                label={labelOf(part, t)}
                original={text}
                part={written}
                from={from}
                to={language}
                long={part === 'description' || text.length > shortLine}
                result={shown}
              />
            ))}
            {more > 0 && <p>{t('translations.more', { count: more })}</p>}
            {parts.length === 0 && <p className="notice">{t('translations.nothing')}</p>}
            <p className="hint">
              {t('translations.part-hint')} {t('translations.empty-hint')}
            </p>
          </>
        )}
      </KeptTranslation>
    </div>
  )
}
