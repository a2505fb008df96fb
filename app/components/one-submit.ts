import { useLocation, useNavigation } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/** A form pressed twice is sent once: while one is on its way, the second press does nothing. */
export function useOneSubmitAtATime() {
  const busy = useRef(false)
  const { state, formMethod, location: next } = useNavigation()
  const { pathname } = useLocation()
  // On its way, or taken and leading elsewhere; a form shown again with its errors may be sent again at once.
  busy.current = state === 'submitting' || (formMethod !== undefined && next?.pathname !== pathname)
  useEffect(() => {
    const hold = (event: SubmitEvent) => {
      const { method } = event.target as HTMLFormElement
      if (!busy.current || method !== 'post') return
      event.preventDefault()
      event.stopPropagation()
    }
    document.addEventListener('submit', hold, true)
    return () => document.removeEventListener('submit', hold, true)
  }, [])
}
