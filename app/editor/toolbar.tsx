/** The editor's buttons: one stop for the Tab key, arrows between them, each with its word. */
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { EditorLabels } from './editor-labels'

type Props = {
  editor: Editor
  labels: EditorLabels
  controls: string
  onLink: () => void
  /** Absent where pictures cannot be added. */
  onImage?: () => void
}

type Tool = {
  name: keyof EditorLabels & string
  act: () => void
  /** Undefined for what is done once, rather than switched on and off. */
  isOn?: boolean
  isOff?: boolean
}

export function Toolbar({ editor, labels, controls, onLink, onImage }: Props) {
  const [current, setCurrent] = useState(0)
  const row = useRef<HTMLDivElement>(null)
  const state = useEditorState({ editor, selector: ({ editor }) => stateOf(editor) })
  const tools = toolsOf(editor, state, onLink, onImage)

  function moveFocus(event: KeyboardEvent<HTMLDivElement>) {
    const next = placeAfter(event.key, current, tools.length, isRightToLeft(event.currentTarget))
    if (next === null) return
    event.preventDefault()
    setCurrent(next)
    row.current?.querySelectorAll('button')[next]?.focus()
  }

  return (
    <div
      ref={row}
      role="toolbar"
      aria-label={labels.toolbar}
      aria-controls={controls}
      className="editor-toolbar"
      onKeyDown={moveFocus}
    >
      {tools.map(({ name, act, isOn, isOff }, place) => (
        <button
          key={name}
          type="button"
          className={`editor-tool editor-tool-${name}`}
          aria-pressed={isOn}
          aria-disabled={isOff || undefined}
          tabIndex={place === Math.min(current, tools.length - 1) ? 0 : -1}
          onFocus={() => setCurrent(place)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => isOff || act()}
        >
          {labels[name]}
        </button>
      ))}
    </div>
  )
}

type State = ReturnType<typeof stateOf>

function stateOf(editor: Editor) {
  return {
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    heading: editor.isActive('heading', { level: 2 }),
    subheading: editor.isActive('heading', { level: 3 }),
    bulletList: editor.isActive('bulletList'),
    orderedList: editor.isActive('orderedList'),
    quotation: editor.isActive('blockquote'),
    link: editor.isActive('link'),
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
  }
}

function toolsOf(editor: Editor, is: State, onLink: () => void, onImage?: () => void): Tool[] {
  const chain = () => editor.chain().focus()
  return [
    { name: 'bold', isOn: is.bold, act: () => chain().toggleBold().run() },
    { name: 'italic', isOn: is.italic, act: () => chain().toggleItalic().run() },
    { name: 'heading', isOn: is.heading, act: () => chain().toggleHeading({ level: 2 }).run() },
    { name: 'subheading', isOn: is.subheading, act: () => chain().toggleHeading({ level: 3 }).run() },
    { name: 'bulletList', isOn: is.bulletList, act: () => chain().toggleBulletList().run() },
    { name: 'orderedList', isOn: is.orderedList, act: () => chain().toggleOrderedList().run() },
    { name: 'quotation', isOn: is.quotation, act: () => chain().toggleBlockquote().run() },
    { name: 'link', isOn: is.link, act: onLink },
    ...(onImage ? [{ name: 'image' as const, act: onImage }] : []),
    { name: 'rule', act: () => chain().setHorizontalRule().run() },
    { name: 'undo', isOff: !is.canUndo, act: () => chain().undo().run() },
    { name: 'redo', isOff: !is.canRedo, act: () => chain().redo().run() },
  ]
}

/** The button that a key leads to, or null for keys that do not move. */
export function placeAfter(key: string, current: number, count: number, rightToLeft: boolean): number | null {
  const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight'
  const back = rightToLeft ? 'ArrowRight' : 'ArrowLeft'
  if (key === forward) return (current + 1) % count
  if (key === back) return (current - 1 + count) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl'
}
