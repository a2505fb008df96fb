import type { Language } from '#app/domain/languages'
import type { TranslationState } from '#app/domain/translations/tell'
import { ownNames } from '#app/i18n/languages'
import { useWords } from '#app/i18n/use-words'
import { Link } from './link'

type Props = {
  /** The address of what is translated */
  at: string
  about: string
  languages: { language: Language; state: TranslationState }[]
}

const badges = { none: 'badge', unfinished: 'badge time', written: 'badge done' }

/** In which languages something can be read, and where one writes the others. */
export function FurtherLanguages({ at, about, languages }: Props) {
  const t = useWords()
  return (
    <section aria-labelledby="languages">
      <h2 id="languages">{t('translations.title')}</h2>
      <p>{about}</p>
      <ul>
        {languages.map(({ language, state }) => (
          <li key={language}>
            <Link to={`${at}/translations/${language}`}>
              <bdi lang={language}>{ownNames[language]}</bdi>
            </Link>{' '}
            <span className={badges[state]}>{t(`translations.${state}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
