/** A link that stays in the application. On the server it costs its letters only; in the browser one listener follows them all. */
import { useNavigate, useSubmit } from '@remix-run/react'
import { type AnchorHTMLAttributes, useEffect } from 'react'

type Links = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { to: string; keepsPlace?: boolean }

/** `keepsPlace`: the page stays scrolled as it is. `data-discover` is also how Remix finds which routes to know of. */
export function Link({ to, keepsPlace, ...rest }: Links) {
  return <a data-discover={keepsPlace ? 'here' : ''} href={to} {...rest} />
}

/** Follows such links, and sends the plain forms marked in the same way, without loading the page anew. Once a page. */
export function useFollowedLinks() {
  const navigate = useNavigate()
  const submit = useSubmit()
  useEffect(() => {
    const clicked = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[data-discover]') : null
      if (!(link instanceof HTMLAnchorElement) || !isPlain(event)) return
      event.preventDefault()
      navigate(link.pathname + link.search + link.hash, {
        replace: link.href === location.href,
        preventScrollReset: link.dataset.discover === 'here',
      })
    }
    const sent = (event: SubmitEvent) => {
      const form = event.target
      if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.dataset.discover === undefined) return
      event.preventDefault()
      submit(form, { preventScrollReset: true })
    }
    document.addEventListener('click', clicked)
    document.addEventListener('submit', sent)
    return () => {
      document.removeEventListener('click', clicked)
      document.removeEventListener('submit', sent)
    }
  }, [navigate, submit])
}

/** Not for another tab, not for saving, and nobody else has taken it. */
function isPlain(event: MouseEvent) {
  const { button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented } = event
  return button === 0 && !(metaKey || ctrlKey || shiftKey || altKey || defaultPrevented)
}
