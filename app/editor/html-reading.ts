/** Reads a stream of HTML elements into a document's draft, element by element, without recursion. */
import { safeAddress } from './addresses'
import {
  addRule,
  type Container,
  close,
  type Draft,
  endLine,
  lineBreak,
  open,
  setHeading,
  startDraft,
  write,
} from './document-builder'
import type { Mark } from './document-nodes'
import { hasBlockElements, type Meaning } from './html-elements'

/** What the document could not keep. */
export type Loss = 'text-cut' | 'nesting' | 'pictures' | 'embeds' | 'links' | 'tables'

type Attributes = Record<string, string>
type Element = { meaning: Meaning | undefined; opened: Container[]; outerMarks: Mark[] }

export type Reading = {
  draft: Draft
  losses: Set<Loss>
  base: string | undefined
  elements: Element[]
  marks: Mark[]
  /** Open elements whose content is left out. */
  silent: number
  cells: number
  /** Open elements in which line breaks are as written, and the whole when nothing else says where paragraphs end. */
  verbatim: number
  cellHasWords: boolean
  /** A line to break before the next word of a cell. */
  breakBefore: boolean
}

export function startReading(source: string, base: string | undefined): Reading {
  return {
    draft: startDraft(),
    losses: new Set(),
    base,
    elements: [],
    marks: [],
    silent: 0,
    cells: 0,
    verbatim: hasBlockElements(source) ? 0 : 1,
    cellHasWords: false,
    breakBefore: false,
  }
}

export function openElement(reading: Reading, meaning: Meaning | undefined, name: string, attributes: Attributes) {
  const element: Element = { meaning, opened: [], outerMarks: reading.marks }
  reading.elements.push(element)
  if (isSilent(meaning)) {
    if (meaning === 'embed' && reading.silent === 0) addEmbed(reading, attributes)
    reading.silent += 1
  } else if (reading.silent === 0 && meaning !== undefined) {
    openings[meaning]?.(reading, element, name, attributes)
  }
}

export function closeElement(reading: Reading) {
  const element = reading.elements.pop()
  if (element === undefined) return
  const { meaning, opened, outerMarks } = element
  if (isSilent(meaning)) reading.silent -= 1
  if (isSilent(meaning) || reading.silent > 0) return
  reading.marks = outerMarks
  for (const kind of opened.toReversed()) close(reading.draft, kind)
  if (meaning === 'heading') setHeading(reading.draft, null)
  if (meaning === 'row') endLine(reading.draft)
  if (meaning === 'block') endBlock(reading)
  if (meaning === 'cell') reading.cells -= 1
  if (meaning === 'verbatim') {
    endLine(reading.draft)
    reading.verbatim -= 1
  }
}

export function addText(reading: Reading, text: string) {
  if (reading.silent > 0) return
  if (text.trim() !== '') {
    if (reading.breakBefore) lineBreak(reading.draft)
    reading.breakBefore = false
    reading.cellHasWords = true
  }
  if (reading.verbatim === 0) {
    write(reading.draft, text, reading.marks)
    return
  }
  for (const [place, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (place > 0) lineBreak(reading.draft)
    write(reading.draft, line, reading.marks)
  }
}

type Opening = (reading: Reading, element: Element, name: string, attributes: Attributes) => void

const openings: Partial<Record<Meaning, Opening>> = {
  block(reading, _element, name) {
    if (name === 'table') reading.losses.add('tables')
    endBlock(reading)
  },
  row: ({ draft }) => endLine(draft),
  cell(reading) {
    if (reading.draft.line.length > 0) write(reading.draft, ' · ', [])
    reading.breakBefore = false
    reading.cellHasWords = false
    reading.cells += 1
  },
  verbatim(reading) {
    endLine(reading.draft)
    reading.verbatim += 1
  },
  heading: ({ draft }, _element, name) => setHeading(draft, name < 'h3' ? 2 : name === 'h3' ? 3 : 4),
  bullets: (reading, element) => enter(reading, element, 'bulletList'),
  numbers(reading, element, _name, { start = '1' }) {
    enter(reading, element, 'orderedList', /^[1-9]\d{0,3}$/.test(start) ? Number(start) : 1)
  },
  quotation: (reading, element) => enter(reading, element, 'blockquote'),
  item(reading, element) {
    if (enter(reading, element, 'listItem')) return
    if (enter(reading, element, 'bulletList')) enter(reading, element, 'listItem')
  },
  bold: (reading) => mark(reading, { type: 'bold' }),
  italic: (reading) => mark(reading, { type: 'italic' }),
  link(reading, _element, _name, { href }) {
    if (href === undefined || href.trim() === '' || href.startsWith('#')) return
    const address = safeAddress(href, reading.base)
    if (address === null) reading.losses.add('links')
    else mark(reading, { type: 'link', attrs: { href: address } })
  },
  break: ({ draft }) => lineBreak(draft),
  rule: ({ draft }) => addRule(draft),
  picture: (reading, _element, _name, attributes) => addPicture(reading, attributes),
}

function isSilent(meaning: Meaning | undefined): boolean {
  return meaning === 'nothing' || meaning === 'embed'
}

/** A cell is one line where it can be: blocks in it only break the line. */
function endBlock(reading: Reading) {
  if (reading.cells === 0) endLine(reading.draft)
  else if (reading.draft.line.length > 0 && reading.cellHasWords) reading.breakBefore = true
}

function enter({ draft }: Reading, element: Element, kind: Container, start?: number): boolean {
  const entered = open(draft, kind, start)
  if (entered) element.opened.push(kind)
  return entered
}

function mark(reading: Reading, added: Mark) {
  const others = reading.marks.filter(({ type }) => type !== added.type)
  reading.marks = [...others, added]
}

function addPicture(reading: Reading, { src = '', alt = '', width, height }: Attributes) {
  if (width === '1' || height === '1') return
  reading.losses.add('pictures')
  addLinkTo(reading, safeAddress(src, reading.base), alt)
}

function addEmbed(reading: Reading, { src, data, title = '' }: Attributes) {
  reading.losses.add('embeds')
  const address = safeAddress(src ?? data ?? '', reading.base)
  endBlock(reading)
  addLinkTo(reading, address, title)
  endBlock(reading)
}

/** What is shown elsewhere is named, and linked to unless it stands in a link already. */
function addLinkTo(reading: Reading, address: string | null, title: string) {
  const name = title.trim() || (address === null ? '' : nameOf(address))
  const isLinked = reading.marks.some(({ type }) => type === 'link')
  const marks: Mark[] =
    address === null || isLinked ? reading.marks : [...reading.marks, { type: 'link', attrs: { href: address } }]
  if (name !== '') write(reading.draft, name, marks)
}

function nameOf(address: string): string {
  const { hostname, pathname } = new URL(address)
  const last = pathname.split('/').filter(Boolean).at(-1)
  return last === undefined ? hostname : `${hostname} (${last.slice(0, 80)})`
}
