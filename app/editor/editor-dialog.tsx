/** A question asked over the editor. No form: the editor stands in one, and forms do not nest. */
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react'

type Props = {
  title: string
  confirm: string
  cancel: string
  busy?: boolean
  onConfirm: () => void
  onClose: () => void
  children: ReactNode
}

export function EditorDialog({ title, confirm, cancel, busy = false, onConfirm, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // Closed before it leaves the page, so that the focus goes back to the button that opened it.
  useLayoutEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    return () => opened?.close()
  }, [])

  /** Return confirms, where it would otherwise send the form around the editor. */
  function confirmByKey(event: KeyboardEvent<HTMLDialogElement>) {
    const isField = event.target instanceof HTMLInputElement && event.target.type !== 'file'
    if (event.key !== 'Enter' || !isField || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (!busy) onConfirm()
  }

  return (
    <dialog
      ref={dialog}
      className="editor-dialog"
      aria-labelledby={titleId}
      onCancel={onClose}
      onKeyDown={confirmByKey}
    >
      <p id={titleId} className="editor-dialog-title">
        {title}
      </p>
      {children}
      <div className="editor-dialog-buttons">
        <button type="button" className="button" aria-disabled={busy} onClick={() => busy || onConfirm()}>
          {confirm}
        </button>
        <button type="button" className="quiet-button" onClick={onClose}>
          {cancel}
        </button>
      </div>
    </dialog>
  )
}

type FieldProps = { id: string; label: string; hint?: string; error?: string | undefined; children: ReactNode }

/** A labelled field of a dialog, with its error beside it. */
export function DialogField({ id, label, hint, error, children }: FieldProps) {
  return (
    <div className="editor-dialog-field">
      <label htmlFor={id}>{label}</label>
      {children}
      {hint && <p id={`${id}-hint`}>{hint}</p>}
      <p id={`${id}-error`} role="alert" className="editor-dialog-error">
        {error}
      </p>
    </div>
  )
}
