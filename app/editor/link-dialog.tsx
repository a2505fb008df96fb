/** Asks where the chosen words lead. */
import type { Editor } from '@tiptap/core'
import { useId, useRef, useState } from 'react'
import { withScheme } from '#app/domain/web-address'
import { safeAddress } from './addresses'
import { DialogField, EditorDialog } from './editor-dialog'
import type { EditorLabels } from './editor-labels'

type Props = { editor: Editor; labels: EditorLabels; onClose: () => void }

export function LinkDialog({ editor, labels, onClose }: Props) {
  const present: unknown = editor.getAttributes('link').href
  const field = useRef<HTMLInputElement>(null)
  const [error, setError] = useState<string>()
  const id = useId()

  function apply() {
    const address = field.current?.value.trim() ?? ''
    const href = safeAddress(withScheme(address))
    if (href === null) {
      setError(labels.linkInvalid)
      field.current?.focus()
      return
    }
    onClose()
    const chain = editor.chain().focus().extendMarkRange('link')
    if (editor.state.selection.empty && !editor.isActive('link'))
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
    else chain.setLink({ href }).run()
  }

  function remove() {
    onClose()
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
  }

  return (
    <EditorDialog
      title={labels.linkTitle}
      confirm={labels.linkApply}
      cancel={labels.cancel}
      onConfirm={apply}
      onClose={onClose}
    >
      <DialogField id={id} label={labels.linkAddress} error={error}>
        <input
          ref={field}
          id={id}
          type="url"
          inputMode="url"
          dir="ltr"
          defaultValue={typeof present === 'string' ? present : ''}
          maxLength={2048}
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-error`}
        />
      </DialogField>
      {typeof present === 'string' && (
        <button type="button" className="quiet-button" onClick={remove}>
          {labels.linkRemove}
        </button>
      )}
    </EditorDialog>
  )
}
