/** Plain links and forms inside one element that stay in the application: a long list of them costs the server nothing more than their letters. */
import { useNavigate, useSubmit } from '@remix-run/react'
import { type RefObject, useEffect } from 'react'

export function useRouted(area: RefObject<HTMLElement>) {
  const navigate = useNavigate()
  const submit = useSubmit()
  useEffect(() => {
    const shown = area.current
    if (!shown) return
    const clicked = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || link.origin !== location.origin || !isPlain(event)) return
      event.preventDefault()
      navigate(link.pathname + link.search + link.hash)
    }
    const sent = (event: SubmitEvent) => {
      if (event.defaultPrevented || !(event.target instanceof HTMLFormElement)) return
      event.preventDefault()
      submit(event.target, { preventScrollReset: true })
    }
    shown.addEventListener('click', clicked)
    shown.addEventListener('submit', sent)
    return () => {
      shown.removeEventListener('click', clicked)
      shown.removeEventListener('submit', sent)
    }
  }, [area, navigate, submit])
}

/** Not for another tab, not for saving, and nobody else has taken it. */
function isPlain(event: MouseEvent) {
  return (
    !event.defaultPrevented &&
    event.button === 0 &&
    !event.metaKey &&
    !event.ctrlKey &&
    !event.shiftKey &&
    !event.altKey
  )
}
