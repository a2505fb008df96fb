/** The texts of a row as one document: the first language's, the others below it, then the facts and the source's address. */

import { cleanText } from '#app/domain/text'
import { safeAddress } from '#app/editor/addresses'
import { readHtml } from '#app/editor/clean-html'
import { type Document, parseDocument } from '#app/editor/document'
import type { Block } from '#app/editor/document-nodes'
import type { Loss } from '#app/editor/html-reading'
import type { Translation } from './cells'
import { plainWords } from './plain-words.server'
import type { SubjectRow } from './subject-row'

export type Told = { title: string; language: string; document: Document; losses: Loss[] }

export function toldBy(row: Pick<SubjectRow, 'titles' | 'bodies' | 'facts' | 'address'>): Told {
  const [body, ...otherBodies] = row.bodies
  const first = row.titles[0] ?? body
  const language = first?.language ?? ''
  const main = row.bodies.find((one) => one.language === language) ?? body
  const losses = new Set<Loss>()
  const blocksOf = (html: string) => {
    const { document, losses: lost } = readHtml(html, row.address ? { base: row.address } : {})
    for (const loss of lost) losses.add(loss)
    return document.content
  }
  const own = main ? blocksOf(main.text) : []
  const others = [body, ...otherBodies].filter((one): one is Translation => one !== undefined && one !== main)
  const rest = others.flatMap((one) => [
    heading(titleIn(row.titles, one.language) ?? one.language),
    ...blocksOf(one.text),
  ])
  const whole = parseDocument({ type: 'doc', content: [...own, ...rest, ...source(row)] })
  const document = whole.ok ? whole.document : fitting([...own, ...source(row)])
  if (!whole.ok) losses.add('text-cut')
  return {
    title: oneLine(row.titles[0]?.text ?? '') || '…',
    language: language || 'und',
    document,
    losses: [...losses],
  }
}

/** HTML or plain text from elsewhere, as plain text. */
export function plainFrom(html: string, most: number, base: string): { text: string; cut: boolean } {
  // What was nothing but elements is kept as it was written: it is shown as text, and does nothing
  const text =
    cleanText(plainWords(readHtml(html, base ? { base } : {}).document.content)).trim() || cleanText(html).trim()
  const characters = [...text]
  return characters.length <= most
    ? { text, cut: false }
    : { text: `${characters.slice(0, most - 1).join('')}…`, cut: true }
}

function fitting(content: Block[]): Document {
  const parsed = parseDocument({ type: 'doc', content })
  return parsed.ok ? parsed.document : { type: 'doc', content: [{ type: 'paragraph' }] }
}

function titleIn(titles: Translation[], language: string) {
  const title = titles.find((one) => one.language === language)?.text
  return title ? oneLine(title) : null
}

/** Titles hold entities at some sources. */
function oneLine(title: string): string {
  return plainWords(readHtml(title).document.content).replace(/\s+/g, ' ').trim().slice(0, 300)
}

function heading(text: string): Block {
  return { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] }
}

function source({ facts, address }: Pick<SubjectRow, 'facts' | 'address'>): Block[] {
  const href = safeAddress(address)
  const lines: Block[] = facts.length > 0 ? [paragraph(facts.map((fact) => oneLine(fact)).join(' · '))] : []
  if (!href) return lines
  return [
    ...lines,
    { type: 'paragraph', content: [{ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }] },
  ]
}

function paragraph(text: string): Block {
  return { type: 'paragraph', content: text ? [{ type: 'text', text }] : [] }
}
