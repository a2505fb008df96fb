import { useLocation } from '@remix-run/react'
import { type RefObject, useEffect } from 'react'

/** Menus that open over the page: Escape closes one and goes back to its button; so do a press elsewhere and another page. */
export function useClosingMenus(area: RefObject<HTMLElement>) {
  const { key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is what closes them
  useEffect(() => {
    for (const menu of openIn(area)) menu.open = false
  }, [area, key])
  useEffect(() => {
    const escaped = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      for (const menu of openIn(area)) {
        menu.open = false
        menu.querySelector('summary')?.focus()
      }
    }
    const pressed = ({ target }: Event) => {
      for (const menu of openIn(area)) if (target instanceof Node && !menu.contains(target)) menu.open = false
    }
    document.addEventListener('keydown', escaped)
    document.addEventListener('click', pressed)
    return () => {
      document.removeEventListener('keydown', escaped)
      document.removeEventListener('click', pressed)
    }
  }, [area])
}

function openIn(area: RefObject<HTMLElement>) {
  return area.current?.querySelectorAll<HTMLDetailsElement>('details[open]') ?? []
}
