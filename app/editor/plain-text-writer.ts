/** A document as text that a person can read and change in a simple field, and that reads back as the document. */
import type { Block, Inline, ListItem, Text } from './document-nodes'

export function writePlainText(blocks: Block[]): string {
  return blocks.map(writeBlock).join('\n\n')
}

function writeBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return writeInlines(block.content ?? [])
    case 'heading':
      return `${'#'.repeat(block.attrs.level)} ${writeInlines(block.content ?? []).replace(/\n/g, ' ')}`
    case 'horizontalRule':
      return '---'
    case 'image': {
      const { src, alt, width, height } = block.attrs
      return `![${alt.replace(/[[\]]/g, '')}](${src} =${width}x${height})`
    }
    case 'blockquote':
      return writePlainText(block.content).replace(/^/gm, '> ').replace(/^> $/gm, '>')
    case 'bulletList':
      return block.content.map((item) => writeItem(item, '- ')).join('\n')
    case 'orderedList': {
      const start = block.attrs?.start ?? 1
      return block.content.map((item, index) => writeItem(item, `${start + index}. `)).join('\n')
    }
  }
}

function writeItem(item: ListItem, mark: string): string {
  const text = item.content
    .map((block, index) => (index > 0 && !isList(block) ? '\n' : '') + writeBlock(block))
    .join('\n')
  return mark + text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`)
}

function isList(block: Block): boolean {
  return block.type === 'bulletList' || block.type === 'orderedList'
}

function writeInlines(inlines: Inline[]): string {
  return inlines.map((inline) => (inline.type === 'text' ? writeText(inline) : '\n')).join('')
}

/** Marks hug their words: the spaces at the edges stay outside them. */
function writeText({ text, marks = [] }: Text): string {
  const words = text.trim()
  if (words === '' || marks.length === 0) return text
  const [before = '', after = ''] = text.split(words)
  const link = marks.find((mark) => mark.type === 'link')
  let written = words
  if (marks.some((mark) => mark.type === 'italic')) written = `_${written}_`
  if (marks.some((mark) => mark.type === 'bold')) written = `**${written}**`
  if (link && link.attrs.href !== words)
    written = `[${written.replace(/[[\]]/g, '')}](${withoutBrackets(link.attrs.href)})`
  return before + written + after
}

function withoutBrackets(href: string): string {
  return href.replace(/\(/g, '%28').replace(/\)/g, '%29')
}
