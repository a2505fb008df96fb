/** A document as a flat list of lines, one for each thing that a reader takes in at once. */
import type { Block, Document, Inline } from './document-nodes'

export type Line = {
  role: 'paragraph' | 'heading' | 'item' | 'image' | 'rule'
  /** A heading's level; how deep an item or a quotation stands. */
  level: number
  quoted: boolean
  /** Its words; a link's address stands in brackets after them. */
  text: string
}

export function linesOf(document: Document): Line[] {
  const lines: Line[] = []
  for (const block of document.content) addLines(lines, block, { depth: 0, quoted: false })
  return lines
}

/** Lines with the same key read the same, whatever is bold in them. */
export function keyOf({ role, level, quoted, text }: Line): string {
  return `${role} ${level} ${quoted} ${text}`
}

type Place = { depth: number; quoted: boolean }

function addLines(lines: Line[], block: Block, place: Place) {
  const { depth, quoted } = place
  switch (block.type) {
    case 'paragraph': {
      const text = textOf(block.content)
      if (text.trim() !== '') lines.push({ role: depth > 0 ? 'item' : 'paragraph', level: depth, quoted, text })
      break
    }
    case 'heading':
      lines.push({ role: 'heading', level: block.attrs.level, quoted, text: textOf(block.content) })
      break
    case 'image':
      lines.push({ role: 'image', level: 0, quoted, text: `${block.attrs.alt} (${block.attrs.src})` })
      break
    case 'horizontalRule':
      lines.push({ role: 'rule', level: 0, quoted, text: '' })
      break
    case 'blockquote':
      for (const child of block.content) addLines(lines, child, { depth, quoted: true })
      break
    default:
      for (const item of block.content)
        for (const child of item.content) addLines(lines, child, { depth: depth + 1, quoted })
  }
}

function textOf(inlines: Inline[] = []): string {
  return inlines.map(wordsOf).join('')
}

function wordsOf(inline: Inline): string {
  if (inline.type === 'hardBreak') return '\n'
  const href = inline.marks?.find((mark) => mark.type === 'link')?.attrs.href
  return href === undefined || href === inline.text ? inline.text : `${inline.text} (${href})`
}
