/**
 * A field for a document. It is a plain text field until the editor is there, and stays one without scripts, when the
 * editor cannot be loaded, and while somebody is typing in it: what is written is never lost.
 */
import { type ComponentType, type RefObject, useEffect, useRef, useState } from 'react'
import { type Document, emptyDocument, fromPlainText, toPlainText } from './document'
import type { EditorLabels, Upload } from './editor-labels'
import type { RichEditorProps } from './rich-editor'

type Props = {
  id: string
  /** The field's name; `documentFromField` reads its value. */
  name: string
  labels: EditorLabels
  /** A document, or the text of a field that was refused. */
  defaultValue?: Document | string
  onChange?: (document: Document) => void
  describedBy?: string
  /** The language it is written in. */
  lang?: string
  upload?: Upload
}

type Enhanced = { Editor: ComponentType<RichEditorProps>; document: Document; takesFocus: boolean }

export function DocumentEditor(props: Props) {
  const { id, name, labels, defaultValue = emptyDocument(), describedBy, lang, onChange, upload } = props
  const plain = typeof defaultValue === 'string' ? defaultValue : toPlainText(defaultValue)
  const field = useRef<HTMLTextAreaElement>(null)
  const [enhanced, setEnhanced] = useState<Enhanced>()
  // Only the first text counts: what is typed afterwards belongs to whoever types.
  const first = useRef({ defaultValue, plain })
  useEffect(() => {
    const { defaultValue, plain } = first.current
    return whenLoaded(field, plain, (Editor, typed, takesFocus) => {
      const kept = typeof defaultValue === 'string' ? fromPlainText(plain) : defaultValue
      setEnhanced({ Editor, document: typed === null ? kept : fromPlainText(typed), takesFocus })
    })
  }, [])

  if (enhanced) {
    const { Editor, document, takesFocus } = enhanced
    return <Editor {...{ id, name, labels, document, describedBy, lang, takesFocus, onChange, upload }} />
  }
  return (
    <>
      <textarea
        ref={field}
        id={id}
        name={name}
        rows={12}
        dir="auto"
        lang={lang}
        defaultValue={plain}
        onInput={(event) => onChange?.(fromPlainText(event.currentTarget.value))}
        aria-describedby={describedBy ? `${describedBy} ${id}-plain` : `${id}-plain`}
      />
      <p id={`${id}-plain`} className="hint">
        {labels.plainTextHint}
      </p>
    </>
  )
}

/** Milliseconds after somebody leaves the plain field: time to press the button that sends it. */
const restAfterTyping = 500

type Replace = (Editor: ComponentType<RichEditorProps>, typed: string | null, takesFocus: boolean) => void

/** Loads the editor and lets it replace the plain field, but not under the fingers of somebody who is typing. */
function whenLoaded(field: RefObject<HTMLTextAreaElement>, plain: string, replace: Replace): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stopped = new AbortController()

  function tryWith(Editor: ComponentType<RichEditorProps>) {
    const shown = field.current
    if (stopped.signal.aborted || shown === null) return
    const hasFocus = document.activeElement === shown
    const typed = shown.value === plain.replace(/\r\n?/g, '\n') ? null : shown.value
    if (!hasFocus || typed === null) {
      replace(Editor, typed, hasFocus)
      return
    }
    const later = () => {
      timer = setTimeout(() => tryWith(Editor), restAfterTyping)
    }
    shown.addEventListener('blur', later, { once: true, signal: stopped.signal })
  }

  import('./rich-editor').then(
    ({ default: Editor }) => tryWith(Editor),
    () => {}, // Not loaded: the plain field does the work.
  )
  return () => {
    stopped.abort()
    clearTimeout(timer)
  }
}
