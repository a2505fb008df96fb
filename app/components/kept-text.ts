/** A text field that survives a closed tab, a lost connection and an expired sign-in. */
import { type RefObject, useEffect } from 'react'
import { forget, keep, keptFor } from './kept-on-device'

/**
 * Fills empty text fields with what was typed here before, and keeps what is typed now until the server has taken it.
 * `said` names what was sent last: another name than at the sending means that it arrived.
 */
export function useKeptText(form: RefObject<HTMLFormElement>, key: string, said: string | null) {
  useEffect(() => {
    const shown = form.current
    if (!shown) return
    const kept = keptFor(key)
    if (kept?.sentAfter !== undefined && kept.sentAfter !== (said ?? '')) forget(key)
    else for (const [name, value] of kept?.fields ?? []) fill(shown, name, value)
    const typed = () => keep(key, shown)
    const sent = () => keep(key, shown, { sentAfter: said ?? '' })
    shown.addEventListener('input', typed)
    shown.addEventListener('submit', sent)
    return () => {
      shown.removeEventListener('input', typed)
      shown.removeEventListener('submit', sent)
    }
  }, [form, key, said])
}

function fill(form: HTMLFormElement, name: string, value: string) {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLTextAreaElement && field.value === '') field.value = value
}
