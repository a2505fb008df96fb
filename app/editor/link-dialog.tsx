/** Asks where the chosen words lead. */
import type { Editor } from '@tiptap/core'
import { useId, useState } from 'react'
import { safeAddress } from './addresses'
import { DialogField, EditorDialog } from './editor-dialog'
import type { EditorLabels } from './editor-labels'

type Props = { editor: Editor; labels: EditorLabels; onClose: () => void }

export function LinkDialog({ editor, labels, onClose }: Props) {
  const present: unknown = editor.getAttributes('link').href
  const [address, setAddress] = useState(typeof present === 'string' ? present : '')
  const [error, setError] = useState<string>()
  const id = useId()

  function apply() {
    const href = safeAddress(
      /^[^\s:/@]+\.[a-z]{2,}(?:[/?#]|$)/i.test(address.trim()) ? `https://${address.trim()}` : address,
    )
    if (href === null) {
      setError(labels.linkInvalid)
      document.getElementById(id)?.focus()
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
          id={id}
          type="url"
          inputMode="url"
          dir="ltr"
          className="form-control"
          value={address}
          maxLength={2048}
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-error`}
          onChange={(event) => setAddress(event.target.value)}
        />
      </DialogField>
      {typeof present === 'string' && (
        <button type="button" className="btn btn-link" onClick={remove}>
          {labels.linkRemove}
        </button>
      )}
    </EditorDialog>
  )
}
