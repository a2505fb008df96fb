import { type PointerEvent, useState } from 'react'

type Drag = { key: string; row: number | null }

const edge = 60

/** A row follows a finger or a mouse from its grip to where it is let go, among the children of one list. */
export function useDragging(drop: (key: string, row: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const gripOf = (key: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrag({ key, row: null })
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!drag) return
      scrollNear(event.clientY)
      const row = rowUnder(event)
      if (row !== drag.row) setDrag({ key, row })
    },
    onPointerUp: () => {
      if (drag && drag.row !== null) drop(key, drag.row)
      setDrag(null)
    },
    onPointerCancel: () => setDrag(null),
  })
  return { drag, gripOf }
}

function rowUnder({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): number | null {
  const list = currentTarget.closest('ol')
  const under = document.elementFromPoint(clientX, clientY)
  const row = [...(list?.children ?? [])].findIndex((child) => child.contains(under))
  return row < 0 ? null : row
}

/** A long list moves under the finger. */
function scrollNear(y: number) {
  if (y < edge) window.scrollBy(0, -12)
  else if (y > window.innerHeight - edge) window.scrollBy(0, 12)
}
