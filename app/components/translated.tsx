import type { ReactNode } from 'react'
import { isLanguage } from '#app/domain/languages'
import type { Told } from '#app/domain/translations/tell'
import { ownNames } from '#app/i18n/languages'
import { useWords } from '#app/i18n/use-words'

/** That words are shown in translation, and those that count. */
export function Originals({ of }: { of: (Told | null)[] }) {
  const t = useWords()
  const originals = of.flatMap((told) => told?.original ?? [])
  const [first] = originals
  if (!first) return null
  return (
    <OriginalWords about={t('translations.is-one')} language={first.language}>
      {originals.map(({ text, language }) => (
        <p key={text} lang={language} dir="auto">
          {text}
        </p>
      ))}
    </OriginalWords>
  )
}

/** Behind a line that says so, what was written first. */
export function OriginalWords({ about, language, children }: { about: string; language: string; children: ReactNode }) {
  const t = useWords()
  return (
    <div className="hint original-words">
      <p>
        {about} <bdi lang={language}>{isLanguage(language) ? ownNames[language] : language}</bdi>
      </p>
      <details>
        <summary>{t('translations.read-original')}</summary>
        {children}
      </details>
    </div>
  )
}
