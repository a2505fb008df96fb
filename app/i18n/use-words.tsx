/** Words and formats inside components. */
import { useLocation, useNavigation } from '@remix-run/react'
import { createContext, type ReactNode, useContext, useEffect, useRef, useSyncExternalStore } from 'react'
import type { BrowserWords } from './browser-words'
import type { Words } from './words'

type Speech = { language: string; t: Words } & Pick<BrowserWords, 'rest' | 'lost'>

/** On the server every word is there. */
const whole = { rest: () => null, lost: () => false }

const SpeechContext = createContext<Speech>({ language: 'it', t: (key) => key, ...whole })

export function Speaking({ language, words, children }: { language: string; words: Words; children: ReactNode }) {
  return <SpeechContext.Provider value={{ language, t: words, ...whole }}>{children}</SpeechContext.Provider>
}

/** In the browser, where words come room by room. */
export function SpeakingInBrowser({
  language,
  words,
  children,
}: {
  language: string
  words: BrowserWords
  children: ReactNode
}) {
  const t = useSyncExternalStore(words.subscribe, words.current, words.current)
  const { rest, lost } = words
  return <SpeechContext.Provider value={{ language, t, rest, lost }}>{children}</SpeechContext.Provider>
}

export function useWords(): Words {
  return useContext(SpeechContext).t
}

export function useLanguage(): string {
  return useContext(SpeechContext).language
}

/**
 * The first page comes with the rooms that it uses; the next one waits for all of them, which begin to come with the press.
 * Where one does not come, as after a new version of the site, the next page is asked for whole.
 */
export function useAllWordsFromTheSecondPage() {
  const { rest, lost } = useContext(SpeechContext)
  const { key } = useLocation()
  const { state } = useNavigation()
  const first = useRef(key)
  useEffect(() => {
    if (state !== 'idle') void rest()
  }, [state, rest])
  useEffect(() => {
    if (key !== first.current && lost() && navigator.onLine) window.location.reload()
  }, [key, lost])
  const waiting = key !== first.current && rest()
  if (waiting) throw waiting
}
