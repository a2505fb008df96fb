/** HTML from elsewhere, untrusted and sloppy, as a document: what it says is kept, how it looked and what it did is not. */
import { Parser } from 'htmlparser2'
import { fromPlainText } from './document'
import { finishDraft } from './document-builder'
import { excessOf, excessOfText, limits } from './document-limits'
import type { Document } from './document-nodes'
import { hasElements, meaningOf } from './html-elements'
import { addText, closeElement, type Loss, openElement, startReading } from './html-reading'
import { unwrapped } from './unwrapped'

export type CleanedHtml = { document: Document; losses: Loss[] }

type Options = {
  /** The address of the page it comes from, for links relative to it. */
  base?: string
}

/** UTF-16 units of HTML looked at. */
const longestHtml = 2_000_000

/** Elements inside one another: beyond, the parser's cost would grow with their square. */
const deepestElement = 256

export function cleanHtml(html: string, options: Options = {}): Document {
  return readHtml(html, options).document
}

/** As `cleanHtml`, and tells what was lost. Pictures and embedded pages become links to them where that is safe. */
export function readHtml(html: string, options: Options = {}): CleanedHtml {
  const source = html.slice(0, longestHtml)
  const { document, losses } = hasElements(source) ? readElements(source, options) : readText(source)
  if (html.length > longestHtml) losses.add('text-cut')
  return { document, losses: [...losses].sort() }
}

type Read = { document: Document; losses: Set<Loss> }

function readText(source: string): Read {
  const losses = new Set<Loss>()
  const whole = unwrapped(decoded(source))
  let text = whole.slice(0, limits.characters)
  while (excessOfText(text) !== null || excessOf(fromPlainText(text)) !== null)
    text = text.slice(0, Math.floor(text.length / 2))
  const document = fromPlainText(text)
  if (text.length < whole.length) losses.add('text-cut')
  return { document, losses }
}

function decoded(source: string): string {
  const parts: string[] = []
  new Parser({ ontext: (text) => parts.push(text) }).end(source)
  return parts.join('')
}

function readElements(source: string, { base }: Options): Read {
  const reading = startReading(source, base)
  const parser: Parser = new Parser({
    onopentag(name, attributes) {
      openElement(reading, meaningOf(name), name, attributes)
      if (reading.elements.length > deepestElement) parser.pause()
    },
    onclosetag: () => closeElement(reading),
    ontext: (text) => addText(reading, text),
  })
  parser.write(source)
  if (reading.elements.length <= deepestElement) {
    parser.end()
  } else {
    reading.losses.add('nesting')
    reading.silent = 0
    const words = source.slice(parser.endIndex + 1).replace(/<[^<>]*>/g, ' ')
    new Parser({ ontext: (text) => addText(reading, text) }).end(words)
  }
  if (reading.draft.cut) reading.losses.add('text-cut')
  return { document: finishDraft(reading.draft), losses: reading.losses }
}
