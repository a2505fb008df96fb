/** A document: what people write with headings, lists, quotes, links and pictures, checked before it is kept. */
import { bytesOf, excessOf, excessOfText, limits } from './document-limits'
import type { Block, Document as DocumentNode, Inline } from './document-nodes'
import { type DocumentRefusal, documentSchema, reasonOf } from './document-schema'
import { readPlainText } from './plain-text-reader'
import { writePlainText } from './plain-text-writer'

export type Document = DocumentNode
export type ParsedDocument = { ok: true; document: Document } | { ok: false; reason: DocumentRefusal }

/** In front of a document's JSON in a form field; without it, the field holds plain text. */
const documentPrefix = 'document:'

/** Checks what arrives from outside; the document it gives is tidied and safe to keep and to show. */
export function parseDocument(value: unknown): ParsedDocument {
  const excess = excessOf(value)
  if (excess !== null) return { ok: false, reason: excess }
  const parsed = documentSchema().safeParse(value)
  if (!parsed.success) return { ok: false, reason: reasonOf(parsed.error) }
  if (bytesOf(JSON.stringify(parsed.data)) > limits.bytes) return { ok: false, reason: 'document.too-large' }
  return { ok: true, document: parsed.data }
}

/** Reads the editor's field: a document from the editor, or the plain text of a browser without scripts. */
export function documentFromField(value: string): ParsedDocument {
  if (value.length > limits.bytes || bytesOf(value) > limits.bytes) return { ok: false, reason: 'document.too-large' }
  if (value.startsWith(documentPrefix)) return parseJson(value.slice(documentPrefix.length))
  if (/^\s*\{\s*"type"\s*:\s*"doc"/.test(value)) return parseJson(value)
  const excess = excessOfText(value)
  return excess === null ? parseDocument(fromPlainText(value)) : { ok: false, reason: excess }
}

/** What to put in the field again when its form was refused: nothing of what could not be read. */
export function fieldShownAgain(value: string): Document | string {
  const parsed = documentFromField(value)
  if (parsed.ok) return parsed.document
  const isPlain = parsed.reason !== 'document.too-large' && !value.startsWith(documentPrefix)
  return isPlain ? value : ''
}

/** The field's value for a document: the inverse of `documentFromField`. */
export function fieldFromDocument(document: Document): string {
  return documentPrefix + JSON.stringify(document)
}

export function emptyDocument(): Document {
  return { type: 'doc', content: [{ type: 'paragraph' }] }
}

/** Any text makes a document; `plain-text-reader.ts` says what lists, headings and links look like. */
export function fromPlainText(text: string): Document {
  const content = readPlainText(text)
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

/** The document for a simple text field; `fromPlainText` reads it back. */
export function toPlainText(document: Document): string {
  return writePlainText(document.content)
}

/** True when there is nothing to read: no letter, no picture. */
export function isEmptyDocument(document: Document): boolean {
  return !document.content.some(saysSomething)
}

/** The words alone, a line for each paragraph: for searching, comparing and measuring. */
export function plainText(document: Document): string {
  return document.content.flatMap((block) => linesOf(block, true)).join('\n')
}

/** The first words, at most `length` characters, cut between words; a heading leads on to what it heads. */
export function excerpt(document: Document, length: number): string {
  let text = ''
  let before = ''
  for (const block of document.content) {
    if (text.length > length * 2) break
    const words = linesOf(block, false).join(' ')
    if (words.trim() === '') continue
    text = `${text}${betweenWords(before, text)}${words}`.replace(/\s+/g, ' ').trimStart()
    before = block.type
  }
  return cutBetweenWords(text.trimEnd(), length)
}

/** A colon after a heading that ends with a letter or a number: read in a line, the two would run together. */
function betweenWords(before: string, text: string): string {
  return before === 'heading' && /[\p{L}\p{M}\p{N}]$/u.test(text) ? ': ' : ' '
}

function parseJson(json: string): ParsedDocument {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return { ok: false, reason: 'document.malformed' }
  }
  return parseDocument(value)
}

function saysSomething(block: Block): boolean {
  if (block.type === 'image') return true
  return linesOf(block, false).some((line) => /[^\s\p{Cf}]/u.test(line))
}

function linesOf(block: Block, withPictures: boolean): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [textOf(block.content ?? [])]
    case 'image':
      return withPictures ? [block.attrs.alt] : []
    case 'horizontalRule':
      return []
    case 'blockquote':
      return block.content.flatMap((child) => linesOf(child, withPictures))
    default:
      return block.content.flatMap((item) => item.content.flatMap((child) => linesOf(child, withPictures)))
  }
}

function textOf(inlines: Inline[]): string {
  return inlines.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('')
}

function cutBetweenWords(text: string, length: number): string {
  const characters = [...text]
  if (characters.length <= length) return text
  const head = characters.slice(0, Math.max(0, length - 1)).join('')
  const space = head.lastIndexOf(' ')
  return `${(space > length / 2 ? head.slice(0, space) : head).trimEnd()}…`
}
