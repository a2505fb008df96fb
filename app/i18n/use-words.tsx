/** Words and formats inside components. */
import { useLocation, useNavigation } from '@remix-run/react'
import { createContext, type ReactNode, useContext, useEffect, useRef, useSyncExternalStore } from 'react'
import type { BrowserWords } from './browser-words'
import type { Words } from './words'

type Speech = { language: string; t: Words; rest: () => Promise<void> | null }

const SpeechContext = createContext<Speech>({ language: 'it', t: (key) => key, rest: () => null })

export function Speaking({ language, words, children }: { language: string; words: Words; children: ReactNode }) {
  const speech = { language, t: words, rest: () => null }
  return <SpeechContext.Provider value={speech}>{children}</SpeechContext.Provider>
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
  return <SpeechContext.Provider value={{ language, t, rest: words.rest }}>{children}</SpeechContext.Provider>
}

export function useWords(): Words {
  return useContext(SpeechContext).t
}

export function useLanguage(): string {
  return useContext(SpeechContext).language
}

/** The first page comes with the rooms that it uses; the next one waits for all of them, which begin to come with the press. */
export function useAllWordsFromTheSecondPage() {
  const { rest } = useContext(SpeechContext)
  const { key } = useLocation()
  const { state } = useNavigation()
  const first = useRef(key)
  useEffect(() => {
    if (state !== 'idle') void rest()
  }, [state, rest])
  const waiting = key !== first.current && rest()
  if (waiting) throw waiting
}
