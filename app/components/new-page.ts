import { useLocation, useNavigation } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/**
 * On another page reached by script the focus goes to its heading, so that the keyboard and a screen reader begin there.
 * On the page of a form that was refused it goes to what is wrong with it, which may stand far above the button.
 */
export function useFocusOnNewPage() {
  const location = useLocation()
  const shown = useRef(location)
  const { state } = useNavigation()
  const sent = useRef(false)
  if (state === 'submitting') sent.current = true
  useEffect(() => {
    const { pathname, hash } = location
    const isAnother = shown.current.pathname !== pathname
    // On the same page only where the form that was sent is gone, and a place says what became of it
    const isLost = shown.current !== location && hash !== '' && document.activeElement === document.body
    const refused =
      !isAnother && sent.current && document.querySelector<HTMLElement>('#main [role=alert][tabindex="-1"]')
    shown.current = location
    sent.current = false
    if (refused) return refused.focus()
    if (isWriting() || !(isAnother || isLost)) return
    const place = document.getElementById(hash.slice(1)) ?? document.querySelector<HTMLElement>('#main h1')
    if (!place?.hasAttribute('tabindex')) place?.setAttribute('tabindex', '-1')
    place?.focus({ preventScroll: true })
  }, [location])
}

/** Whoever types is not interrupted. */
function isWriting(): boolean {
  return document.activeElement?.matches('input, textarea, select, [contenteditable="true"]') ?? false
}
