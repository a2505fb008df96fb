import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { browserWords } from './i18n/browser-words'
import { SpeakingInBrowser } from './i18n/use-words'

declare global {
  interface Window {
    /** Rooms whose words the server has drawn the page with */
    agoraRooms?: readonly string[]
  }
}

async function hydrate() {
  const language = document.documentElement.lang
  const words = browserWords(language)
  await words.load(window.agoraRooms ?? [])
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
