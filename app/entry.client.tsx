import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { browserWords } from './i18n/browser-words'
import { SpeakingInBrowser } from './i18n/use-words'

async function hydrate() {
  const { lang: language, dataset } = document.documentElement
  const words = browserWords(language)
  await words.load(dataset.rooms?.split(' ') ?? [])
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <SpeakingInBrowser language={language} words={words}>
          <RemixBrowser />
        </SpeakingInBrowser>
      </StrictMode>,
    )
  })
}

void hydrate()
