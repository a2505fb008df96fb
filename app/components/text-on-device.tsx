/** What was typed here and never reached the server, when the page is opened again. */
import { type ReactNode, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { forget, type Kept, keptFor, put, type Revision } from '#app/components/kept-on-device'
import { useWords } from '#app/i18n/use-words'

/** What the server has, and whether words kept here are the same. */
type Saved = { revision: Revision; isSame: (kept: Kept) => boolean }

/** `taken` is shown by itself; `other` is older than what was saved elsewhere since, and is shown only if asked for. */
export function useTextOnDevice(form: RefObject<HTMLFormElement>, key: string, saved: Saved) {
  const [taken, setTaken] = useState<Kept | null>(null)
  const [other, setOther] = useState<Kept | null>(null)
  const first = useRef(saved)
  const aside = `${key}:other`
  useEffect(() => {
    const { revision, isSame } = first.current
    const unsaved = (at: string) => {
      const found = keptFor(at)
      if (!found || !isSame(found)) return found
      forget(at)
      return null
    }
    const found = unsaved(key)
    if (found?.revision === revision) setTaken(found)
    setOther(found && found.revision !== revision ? found : unsaved(aside))
  }, [key, aside])

  // What is typed now is kept in its place: the other text makes room.
  useEffect(() => {
    const shown = form.current
    if (!shown || !other) return
    const makeRoom = () => put(aside, other)
    shown.addEventListener('input', makeRoom, { once: true })
    return () => shown.removeEventListener('input', makeRoom)
  }, [form, aside, other])

  const take = useCallback(() => {
    if (other) put(key, other)
    forget(aside)
    setTaken(other)
    setOther(null)
  }, [key, aside, other])
  const drop = useCallback(() => {
    if (keptFor(key)?.at === other?.at) forget(key)
    forget(aside)
    setOther(null)
  }, [key, aside, other])
  return { taken, other, take, drop }
}

/** Another text than the saved one, to be read before it is used or thrown away. */
export function OtherText({
  onTake,
  onDrop,
  children,
}: {
  onTake: () => void
  onDrop: () => void
  children: ReactNode
}) {
  const t = useWords()
  return (
    <div className="notice time">
      <p>{t('proposals.other-on-device')}</p>
      <details>
        <summary>{t('proposals.other-read')}</summary>
        {children}
      </details>
      <p className="actions">
        <button type="button" className="quiet-button" onClick={onTake}>
          {t('proposals.other-take')}
        </button>
        <button type="button" className="quiet-button" onClick={onDrop}>
          {t('proposals.other-drop')}
        </button>
      </p>
    </div>
  )
}
