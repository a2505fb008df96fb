/** Asks for a picture and, always, for the words that stand for it. */
import type { Editor } from '@tiptap/core'
import { useId, useRef, useState } from 'react'
import { isOurFile } from './addresses'
import { longestAlternative } from './document-nodes'
import { DialogField, EditorDialog } from './editor-dialog'
import type { EditorLabels, Upload } from './editor-labels'

type Props = { editor: Editor; labels: EditorLabels; upload: Upload; onClose: () => void }
type Errors = { file?: string; description?: string }

export function ImageDialog({ editor, labels, upload, onClose }: Props) {
  const file = useRef<HTMLInputElement>(null)
  const description = useRef<HTMLInputElement>(null)
  const isOpen = useRef(true)
  const [errors, setErrors] = useState<Errors>({})
  const [isSending, setSending] = useState(false)
  const id = useId()

  async function insert() {
    const picture = file.current?.files?.[0]
    const alt = description.current?.value.trim() ?? ''
    if (picture === undefined || alt === '') {
      setErrors({
        ...(picture === undefined && { file: labels.imageFileMissing }),
        ...(alt === '' && { description: labels.imageDescriptionMissing }),
      })
      ;(picture === undefined ? file : description).current?.focus()
      return
    }
    setErrors({})
    setSending(true)
    try {
      const { src, width, height } = await upload(picture)
      if (!isOpen.current) return
      if (!isOurFile(src)) throw new Error(labels.imageFailed)
      close()
      const image = { type: 'image', attrs: { src, alt, width, height } }
      editor
        .chain()
        .focus()
        .insertContent([image, { type: 'paragraph' }])
        .run()
    } catch (error) {
      setErrors({ file: error instanceof Error && error.message !== '' ? error.message : labels.imageFailed })
      setSending(false)
    }
  }

  function close() {
    isOpen.current = false
    onClose()
  }

  return (
    <EditorDialog
      title={labels.imageTitle}
      confirm={isSending ? labels.imageUploading : labels.imageInsert}
      cancel={labels.cancel}
      busy={isSending}
      onConfirm={insert}
      onClose={close}
    >
      <DialogField id={`${id}-file`} label={labels.imageFile} error={errors.file}>
        <input
          ref={file}
          id={`${id}-file`}
          type="file"
          accept="image/jpeg,image/png,image/webp,image/gif"
          aria-describedby={`${id}-file-error`}
        />
      </DialogField>
      <DialogField
        id={`${id}-words`}
        label={labels.imageDescription}
        hint={labels.imageDescriptionHint}
        error={errors.description}
      >
        <input
          ref={description}
          id={`${id}-words`}
          type="text"
          dir="auto"
          maxLength={longestAlternative}
          aria-required="true"
          aria-invalid={errors.description !== undefined}
          aria-describedby={`${id}-words-hint ${id}-words-error`}
        />
      </DialogField>
    </EditorDialog>
  )
}
