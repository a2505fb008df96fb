/** Words and formats inside components. */
import { createContext, type ReactNode, useContext } from 'react'
import type { Words } from './words'

type Speech = { language: string; t: Words }

const SpeechContext = createContext<Speech>({ language: 'it', t: (key) => key })

export function Speaking({ language, words, children }: { language: string; words: Words; children: ReactNode }) {
  return <SpeechContext.Provider value={{ language, t: words }}>{children}</SpeechContext.Provider>
}

export function useWords(): Words {
  return useContext(SpeechContext).t
}

export function useLanguage(): string {
  return useContext(SpeechContext).language
}
