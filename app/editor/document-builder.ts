/** Builds a document from a stream of openings, words and closings, however sloppy, within the document's limits. */
import { marked, withLinks } from './bare-links'
import { cleanText } from './clean-text'
import { bytesOf, limits } from './document-limits'
import type { Block, Document, HeadingLevel, Inline, ListItem, Mark } from './document-nodes'

export type Container = 'blockquote' | 'bulletList' | 'orderedList' | 'listItem'

type Frame = {
  kind: Container | 'doc'
  /** An ordered list's first number. */
  start: number
  blocks: Block[]
  items: ListItem[]
  /** True for an item taken up again for a list that belongs to it. */
  reopened: boolean
}

export type Draft = {
  frames: Frame[]
  line: Inline[]
  heading: HeadingLevel | null
  nodes: number
  characters: number
  bytes: number
  /** True once a limit is reached: the rest is left out. */
  cut: boolean
}

/** Containers inside one another; what is deeper continues in the one above. */
const deepest = 16

/** Kept free for the containers that are still open when a limit is reached. */
const reserve = { nodes: 4 * deepest, bytes: 8192 }

/** Upper bounds of the JSON around a block and around a text. */
const wrapping = { block: 80, text: 110 }

type Cost = { nodes: number; bytes: number }

/** A block may need a paragraph and an item of its own. */
const blockCost: Cost = { nodes: 3, bytes: 3 * wrapping.block }

export function startDraft(): Draft {
  return { frames: [frame('doc')], line: [], heading: null, nodes: 0, characters: 0, bytes: 0, cut: false }
}

export function finishDraft(draft: Draft): Document {
  endLine(draft)
  while (draft.frames.length > 1) settle(draft, draft.frames.pop())
  const blocks = draft.frames[0]?.blocks ?? []
  return { type: 'doc', content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }] }
}

/** Adds running text: white space is one space, and none at the start of a line. */
export function write(draft: Draft, text: string, marks: Mark[]) {
  if (draft.cut) return
  const collapsed = cleanText(text).replace(/[ \u00A0]{2,}/g, ' ')
  const words = endsWithSpace(draft.line) ? collapsed.replace(/^[ \u00A0]+/, '') : collapsed
  if (words === '') return

  const last = draft.line.at(-1)
  const goesOn = last?.type === 'text' && (last.marks ?? noMarks) === (marks.length > 0 ? marks : noMarks)
  const opening = goesOn ? { nodes: 0, bytes: 0 } : { nodes: 1, bytes: wrapping.text + weightOf(marks) }
  let fitting = words.slice(0, limits.characters - draft.characters)
  while (fitting !== '' && !hasRoom(draft, costOf(fitting, opening)))
    fitting = fitting.slice(0, Math.floor(fitting.length / 2))
  draft.cut = fitting.length < words.length
  if (fitting === '') return

  spend(draft, costOf(fitting, opening))
  draft.characters += fitting.length
  if (goesOn) last.text += fitting
  else draft.line.push(...marked(fitting, marks))
}

export function lineBreak(draft: Draft) {
  const last = draft.line.at(-1)
  if (last === undefined || !afford(draft, blockCost)) return
  if (last.type === 'text') last.text = last.text.trimEnd()
  draft.line.push({ type: 'hardBreak' })
}

/** Ends the paragraph or heading being written, if it says anything. */
export function endLine(draft: Draft) {
  const { line, heading } = draft
  draft.line = []
  for (const content of paragraphsOf(line)) {
    if (heading === null) put(draft, { type: 'paragraph', content })
    else put(draft, { type: 'heading', attrs: { level: heading }, content: content.map(withoutBreak) })
  }
}

export function setHeading(draft: Draft, level: HeadingLevel | null) {
  endLine(draft)
  draft.heading = level
}

export function addRule(draft: Draft) {
  endLine(draft)
  put(draft, { type: 'horizontalRule' })
}

/** Opens a container; false when it would be too deep or out of place: then its content continues where it is. */
export function open(draft: Draft, kind: Container, start = 1): boolean {
  endLine(draft)
  const { frames } = draft
  const inList = isList(frames.at(-1)?.kind)
  if (frames.length > deepest || (kind === 'listItem') !== inList) {
    if (frames.length > deepest || kind === 'listItem') return false
    const last = frames.at(-1)?.items.pop()
    frames.push({ ...frame('listItem'), blocks: last?.content ?? [], reopened: true })
  }
  frames.push(frame(kind, start))
  return true
}

/** Closes the nearest container of this kind, and whatever was left open in it. */
export function close(draft: Draft, kind: Container) {
  endLine(draft)
  const { frames } = draft
  if (!frames.some((open) => open.kind === kind)) return
  let closed: Frame | undefined
  do {
    closed = frames.pop()
    settle(draft, closed)
  } while (closed !== undefined && closed.kind !== kind)
  if (frames.at(-1)?.reopened) settle(draft, frames.pop())
}

const noMarks: Mark[] = []

function frame(kind: Frame['kind'], start = 1): Frame {
  return { kind, start, blocks: [], items: [], reopened: false }
}

function isList(kind: Frame['kind'] | undefined): boolean {
  return kind === 'bulletList' || kind === 'orderedList'
}

function settle(draft: Draft, closed: Frame | undefined) {
  const parent = draft.frames.at(-1)
  if (closed === undefined || parent === undefined || closed.blocks.length + closed.items.length === 0) return
  const { kind, start, blocks, items } = closed
  spend(draft, { nodes: 1, bytes: wrapping.block })
  if (kind === 'listItem') parent.items.push({ type: 'listItem', content: blocks })
  else if (kind === 'blockquote') place(parent, { type: 'blockquote', content: blocks })
  else if (kind === 'bulletList') placeBullets(parent, items)
  else place(parent, { type: 'orderedList', ...(start === 1 ? {} : { attrs: { start } }), content: items })
}

function put(draft: Draft, block: Block) {
  const parent = draft.frames.at(-1)
  const isWritten = block.type === 'paragraph' || block.type === 'heading'
  if (parent === undefined || (!afford(draft, blockCost) && !isWritten)) return
  place(parent, block)
}

/** Loose blocks in a list become items of their own; an item opens with a paragraph. */
function place(parent: Frame, block: Block) {
  if (isList(parent.kind)) {
    const item = frame('listItem')
    place(item, block)
    parent.items.push({ type: 'listItem', content: item.blocks })
  } else if (parent.kind === 'listItem' && parent.blocks.length === 0 && block.type === 'heading') {
    parent.blocks.push({ type: 'paragraph', content: block.content ?? [] })
  } else if (parent.kind === 'listItem' && parent.blocks.length === 0 && block.type !== 'paragraph') {
    parent.blocks.push({ type: 'paragraph' }, block)
  } else {
    parent.blocks.push(block)
  }
}

/** Stray items, one after the other, are one list. */
function placeBullets(parent: Frame, items: ListItem[]) {
  const last = parent.blocks.at(-1)
  if (last?.type === 'bulletList') last.content.push(...items)
  else place(parent, { type: 'bulletList', content: items })
}

/** Takes the cost from what is left of the limits, or cuts the document here. */
function afford(draft: Draft, cost: Cost): boolean {
  draft.cut ||= !hasRoom(draft, cost)
  if (!draft.cut) spend(draft, cost)
  return !draft.cut
}

function hasRoom(draft: Draft, cost: Cost): boolean {
  return (
    draft.nodes + cost.nodes <= limits.nodes - reserve.nodes && draft.bytes + cost.bytes <= limits.bytes - reserve.bytes
  )
}

/** Addresses in the text become links: each parts it in two, and is written twice. */
function costOf(text: string, opening: Cost): Cost {
  const links = text.split('://').length - 1
  return {
    nodes: opening.nodes + 2 * links,
    bytes: opening.bytes + weightOf(text) * (links > 0 ? 2 : 1) + 2 * links * wrapping.text,
  }
}

function spend(total: Cost, cost: Cost) {
  total.nodes += cost.nodes
  total.bytes += cost.bytes
}

function weightOf(value: unknown): number {
  return bytesOf(JSON.stringify(value))
}

function endsWithSpace(line: Inline[]): boolean {
  const last = line.at(-1)
  return last === undefined || last.type === 'hardBreak' || /[ \u00A0]$/.test(last.text)
}

/** Two line breaks in a row part paragraphs; those at the edges say nothing, nor does an empty paragraph. */
function paragraphsOf(line: Inline[]): Inline[][] {
  const paragraphs: Inline[][] = [[]]
  for (const [place, inline] of line.entries()) {
    const parts = inline.type === 'hardBreak' && line[place + 1]?.type === 'hardBreak'
    if (parts) paragraphs.push([])
    else paragraphs.at(-1)?.push(inline)
  }
  return paragraphs.map((paragraph) => trimmed(paragraph).flatMap(finished)).filter(({ length }) => length > 0)
}

function trimmed(line: Inline[]): Inline[] {
  const says = (inline: Inline) => inline.type === 'text' && inline.text.trim() !== ''
  const kept = line.slice(line.findIndex(says), line.findLastIndex(says) + 1)
  return kept.map((inline, place) => {
    if (inline.type !== 'text') return inline
    const start = place === 0 ? inline.text.trimStart() : inline.text
    return { ...inline, text: place === kept.length - 1 ? start.trimEnd() : start }
  })
}

function finished(inline: Inline): Inline[] {
  return inline.type === 'text' ? withLinks(cleanText(inline.text), inline.marks ?? []) : [inline]
}

function withoutBreak(inline: Inline): Inline {
  return inline.type === 'text' ? inline : { type: 'text', text: ' ' }
}
