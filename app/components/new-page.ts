import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/** On another page reached by script the focus goes to its heading, so that the keyboard and a screen reader begin there. */
export function useFocusOnNewPage() {
  const { pathname, hash } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    if (hash || isWriting()) return
    const heading = document.querySelector<HTMLElement>('#main h1') ?? document.getElementById('main')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: true })
  }, [pathname, hash])
}

/** Whoever types is not interrupted. */
function isWriting(): boolean {
  return document.activeElement?.matches('input, textarea, select, [contenteditable="true"]') ?? false
}
