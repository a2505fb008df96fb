/** A text field that survives a closed tab, a lost connection and an expired sign-in. */
import { type RefObject, useEffect } from 'react'
import { forget, keep, keptFor } from './kept-on-device'

/** Fills empty text fields with what was typed here before, and keeps what is typed now until the server has taken it. */
export function useKeptText(form: RefObject<HTMLFormElement>, key: string) {
  useEffect(() => {
    const shown = form.current
    if (!shown) return
    for (const [name, value] of keptFor(key)?.fields ?? []) {
      const field = shown.elements.namedItem(name)
      if (field instanceof HTMLTextAreaElement && field.value === '') field.value = value
    }
    const typed = () => keep(key, shown)
    shown.addEventListener('input', typed)
    return () => shown.removeEventListener('input', typed)
  }, [form, key])
}

/** The server has it: the page that a sent form leads to says so. */
export function useForgotten(key: string, sent: string | null) {
  useEffect(() => {
    if (sent) forget(key)
  }, [key, sent])
}
