/** A document's words for a place that shows text alone: without marks, with the addresses that its links hide. */
import type { Block, Inline, ListItem } from '#app/editor/document-nodes'
import { writePlainText } from '#app/editor/plain-text-writer'

export function plainWords(blocks: Block[]): string {
  return writePlainText(blocks.map(unmarked))
}

function unmarked(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { type: 'paragraph', content: (block.content ?? []).map(withoutMarks) }
    case 'blockquote':
      return { ...block, content: block.content.map(unmarked) }
    case 'bulletList':
    case 'orderedList':
      return { ...block, content: block.content.map(inItem) }
    default:
      return block
  }
}

function inItem(item: ListItem): ListItem {
  return { ...item, content: item.content.map(unmarked) }
}

function withoutMarks(inline: Inline): Inline {
  if (inline.type !== 'text') return inline
  const link = inline.marks?.find((mark) => mark.type === 'link')
  const hidden = link && !link.attrs.href.includes(inline.text.trim().replace(/…$/, '')) ? link.attrs.href : null
  return { type: 'text', text: hidden ? `${inline.text} (${hidden})` : inline.text }
}
