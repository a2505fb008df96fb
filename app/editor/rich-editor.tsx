/** The Tiptap editor itself. Loaded only where somebody writes: nothing that is read imports it. */
import './rich-editor.css'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import { type Document, fieldFromDocument } from './document'
import type { EditorLabels, Upload } from './editor-labels'
import { documentExtensions } from './extensions'
import { ImageDialog } from './image-dialog'
import { LinkDialog } from './link-dialog'
import { withoutStyles } from './pasted-html'
import { Toolbar } from './toolbar'

export type RichEditorProps = {
  id: string
  name: string
  document: Document
  labels: EditorLabels
  describedBy?: string | undefined
  lang?: string | undefined
  /** True when the plain field had the focus that this one takes over. */
  takesFocus: boolean
  onChange?: ((document: Document) => void) | undefined
  upload?: Upload | undefined
}

export default function RichEditor(props: RichEditorProps) {
  const { id, name, labels, upload } = props
  const [asked, setAsked] = useState<'link' | 'image'>()
  const field = useRef<HTMLInputElement>(null)
  const [value, setValue] = useState(() => fieldFromDocument(props.document))
  const latest = useRef(props)
  latest.current = props
  const editor = useEditor({
    extensions: documentExtensions(),
    content: props.document,
    immediatelyRender: false,
    injectCSS: false,
    autofocus: props.takesFocus ? 'end' : false,
    editorProps: { attributes: () => attributesOf(latest.current), transformPastedHTML: withoutStyles },
    onUpdate({ editor }) {
      const document = editor.getJSON() as Document
      setValue(fieldFromDocument(document))
      announce(field.current, fieldFromDocument(document))
      latest.current.onChange?.(document)
    },
  })
  useLabelClick(id, () => editor?.commands.focus())

  return (
    <div className="editor" lang={props.lang}>
      <input ref={field} type="hidden" name={name} value={value} />
      {editor && (
        <Toolbar
          editor={editor}
          labels={labels}
          controls={id}
          onLink={() => setAsked('link')}
          {...(upload && { onImage: () => setAsked('image') })}
        />
      )}
      <EditorContent editor={editor} className="editor-surface document-text" />
      {editor && asked === 'link' && <LinkDialog editor={editor} labels={labels} onClose={() => setAsked(undefined)} />}
      {editor && upload && asked === 'image' && (
        <ImageDialog editor={editor} labels={labels} upload={upload} onClose={() => setAsked(undefined)} />
      )}
    </div>
  )
}

/** Whoever listens to the form, to save what is typed, finds the new value in the field. */
function announce(field: HTMLInputElement | null, value: string) {
  if (field === null) return
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

function attributesOf({ id, labels, describedBy, lang }: RichEditorProps): Record<string, string> {
  return {
    id,
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': labels.text,
    ...(describedBy && { 'aria-describedby': describedBy }),
    ...(lang && { lang }),
  }
}

/** A label leads to its field only where the field is a form's own; here it is led by hand. */
function useLabelClick(id: string, focus: () => void) {
  const latest = useRef(focus)
  latest.current = focus
  useEffect(() => {
    const labels = [...document.querySelectorAll(`label[for="${CSS.escape(id)}"]`)]
    const lead = () => latest.current()
    for (const label of labels) label.addEventListener('click', lead)
    return () => {
      for (const label of labels) label.removeEventListener('click', lead)
    }
  }, [id])
}
