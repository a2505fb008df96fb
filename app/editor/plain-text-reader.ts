/**
 * Documents written and shown as plain text, for a simple text field: blank lines part paragraphs, "- " and "1. " make
 * lists, "## " a heading, "> " a quotation, "**bold**", "_italic_", "[words](https://address)".
 */
import { isOurFile, isSafeAddress } from './addresses'
import { marked, withoutTail } from './bare-links'
import { cleanText } from './clean-text'
import type { Block, HeadingLevel, Image, Inline, ListItem, Mark } from './document-nodes'

/** Lists and quotations inside one another; what is deeper stays as text. */
const deepest = 8

const bulletMark = /^[-*•] +(?=\S)/
const numberMark = /^(\d{1,4})[.)] +(?=\S)/
const headingMark = /^(#{1,4}) +(?=\S)/
const ruleLine = /^(?:-{3,}|\*{3,}|_{3,})\s*$/
const imageLine = /^!\[([^\]\n]{1,300})\]\((\/files\/[\w-]{1,64}) =(\d{1,5})x(\d{1,5})\)\s*$/

export function readPlainText(text: string): Block[] {
  return readBlocks(text.split(/\r\n|[\n\r\u2028\u2029]/), 0)
}

function readBlocks(lines: string[], depth: number): Block[] {
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    if (isBlank(line)) {
      at += 1
      continue
    }
    const read =
      readOne(line) ?? (depth < deepest ? readNested(lines, at, depth) : null) ?? readParagraph(lines, at, depth)
    if (read.block !== null) blocks.push(read.block)
    at += read.lines
  }
  return blocks
}

type Read = { block: Block | null; lines: number }

function readOne(line: string): Read | null {
  if (ruleLine.test(line)) return { block: { type: 'horizontalRule' }, lines: 1 }
  const heading = headingMark.exec(line)
  if (heading) {
    const level = Math.max(2, heading[1]?.length ?? 2) as HeadingLevel
    return { block: { type: 'heading', attrs: { level }, ...inside(line.slice(heading[0].length)) }, lines: 1 }
  }
  const image = imageFrom(line)
  return image && { block: image, lines: 1 }
}

function imageFrom(line: string): Image | null {
  const [whole, alt = '', src = '', width, height] = imageLine.exec(line) ?? []
  if (whole === undefined || !isOurFile(src)) return null
  const attrs = { src, alt: cleanText(alt).trim(), width: Number(width), height: Number(height) }
  return attrs.alt !== '' && attrs.width > 0 && attrs.height > 0 ? { type: 'image', attrs } : null
}

function readNested(lines: string[], at: number, depth: number): Read | null {
  const line = lines[at] ?? ''
  if (line.startsWith('>')) return readQuotation(lines, at, depth)
  if (bulletMark.test(line)) return readList(lines, at, depth, bulletMark)
  return numberMark.test(line) ? readList(lines, at, depth, numberMark) : null
}

function readQuotation(lines: string[], at: number, depth: number): Read {
  let end = at
  while (lines[end]?.startsWith('>')) end += 1
  const content = readBlocks(
    lines.slice(at, end).map((line) => line.replace(/^> ?/, '')),
    depth + 1,
  )
  return { block: content.length > 0 ? { type: 'blockquote', content } : null, lines: end - at }
}

function readList(lines: string[], at: number, depth: number, mark: RegExp): Read {
  const items: ListItem[] = []
  let end = at
  while (mark.test(lines[end] ?? '')) {
    const stop = endOfItem(lines, end)
    items.push(readItem(lines.slice(end, stop), depth, mark))
    const next = afterBlanks(lines, stop)
    end = mark.test(lines[next] ?? '') ? next : stop
  }
  if (mark === bulletMark) return { block: { type: 'bulletList', content: items }, lines: end - at }
  const start = Math.max(1, Number(numberMark.exec(lines[at] ?? '')?.[1] ?? 1))
  const attrs = start === 1 ? {} : { attrs: { start } }
  return { block: { type: 'orderedList', ...attrs, content: items }, lines: end - at }
}

/** An item goes on over the indented lines below it, and over blank lines that lead to some. */
function endOfItem(lines: string[], start: number): number {
  let end = start + 1
  while (end < lines.length) {
    const next = afterBlanks(lines, end)
    if (!/^(?: {2}|\t)/.test(lines[next] ?? '')) break
    end = next + 1
  }
  return end
}

function afterBlanks(lines: string[], from: number): number {
  let at = from
  while (at < lines.length && isBlank(lines[at] ?? '')) at += 1
  return at
}

function readItem(lines: string[], depth: number, mark: RegExp): ListItem {
  const [first = '', ...rest] = lines
  const width = mark.exec(first)?.[0].length ?? 2
  const margin = new RegExp(`^(?:\\t| {1,${width}})`)
  const content = readBlocks([first.slice(width), ...rest.map((line) => line.replace(margin, ''))], depth + 1)
  return { type: 'listItem', content: content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content] }
}

function readParagraph(lines: string[], at: number, depth: number): Read {
  let end = at + 1
  while (end < lines.length && !isBlank(lines[end] ?? '') && !opensBlock(lines[end] ?? '', depth)) end += 1
  const content = lines
    .slice(at, end)
    .map((line) => readInlines(cleanText(line).trim(), []))
    .filter((line) => line.length > 0)
    .flatMap((line, index): Inline[] => (index === 0 ? line : [{ type: 'hardBreak' }, ...line]))
  return { block: content.length > 0 ? { type: 'paragraph', content } : null, lines: end - at }
}

function opensBlock(line: string, depth: number): boolean {
  if (ruleLine.test(line) || headingMark.test(line) || imageLine.test(line)) return true
  return depth < deepest && (line.startsWith('>') || bulletMark.test(line) || numberMark.test(line))
}

function isBlank(line: string): boolean {
  return line.trim() === ''
}

function inside(text: string): { content?: Inline[] } {
  const content = readInlines(cleanText(text).trim(), [])
  return content.length > 0 ? { content } : {}
}

/** Each alternative stops at the first character that cannot belong to it, so reading stays linear. */
const inlineMark =
  /\*\*(?! )([^*]{1,5000})\*\*|(?<![\p{L}\p{N}_])_(?! )([^_]{1,5000})_(?![\p{L}\p{N}_])|\[([^[\]]{1,1000})\]\(([^()\s]{1,2048})\)|\b(https?:\/\/[^\s<>"`\\]{1,2040})/giu

/** Text of one line with its marks; addresses written out become links. */
function readInlines(text: string, marks: Mark[]): Inline[] {
  const found: Inline[] = []
  let from = 0
  for (const match of text.matchAll(inlineMark)) {
    const [whole, bold, italic, label, href, bare] = match
    const made =
      bold !== undefined
        ? emphasised(bold, marks, { type: 'bold' })
        : italic !== undefined
          ? emphasised(italic, marks, { type: 'italic' })
          : linked(label ?? withoutTail(bare ?? ''), href ?? withoutTail(bare ?? ''), marks)
    if (made === null) continue
    found.push(...marked(text.slice(from, match.index), marks), ...made)
    from = match.index + (bare === undefined ? whole.length : withoutTail(bare).length)
  }
  return [...found, ...marked(text.slice(from), marks)]
}

function emphasised(text: string, marks: Mark[], mark: Mark): Inline[] | null {
  return marks.some(({ type }) => type === mark.type) ? null : readInlines(text, [...marks, mark])
}

function linked(label: string, href: string, marks: Mark[]): Inline[] | null {
  if (marks.some(({ type }) => type === 'link') || !isSafeAddress(href)) return null
  const link: Mark = { type: 'link', attrs: { href } }
  return label === href ? marked(label, [...marks, link]) : readInlines(label, [...marks, link])
}
