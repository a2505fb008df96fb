import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { Speaking } from './i18n/use-words'
import { roomsOf, wordsFrom } from './i18n/words'

const chunks: Record<string, () => Promise<{ default: Record<string, Record<string, unknown>> }>> = {
  it: () => import('./i18n/it'),
  en: () => import('./i18n/en'),
  fr: () => import('./i18n/fr'),
  ar: () => import('./i18n/ar'),
  sq: () => import('./i18n/sq'),
}

const language = document.documentElement.lang

async function hydrate() {
  const chunk = await (chunks[language] ?? (() => import('./i18n/it')))()
  const words = wordsFrom(language, roomsOf(Object.entries(chunk.default)))
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <Speaking language={language} words={words}>
          <RemixBrowser />
        </Speaking>
      </StrictMode>,
    )
  })
}

void hydrate()
