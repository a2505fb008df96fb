/**
 * Documents as React elements, on the server and in the browser. It never writes an HTML string, and what it does not
 * know it leaves out, so a document that slipped past the schema shows less, never more.
 */
import { Children, type ReactNode } from 'react'
import { isOurFile, isSafeAddress } from './addresses'
import type { Block, Document, Inline, ListItem, Mark } from './document-nodes'
import { directionOf } from './writing-direction'

type Props = {
  document: Document
  /** The language it is written in. */
  lang?: string
  /** Added to the document's heading levels (2 to 4), so that they follow the page's own. */
  headingShift?: number
}

export function RenderedDocument({ document, lang, headingShift = 0 }: Props) {
  return (
    <div className="document-text" lang={lang}>
      {renderBlocks(document.content, headingShift)}
    </div>
  )
}

/** Parts have no identity but their order, which is the key that `Children.toArray` gives them. */
function renderBlocks(blocks: Block[], shift: number): ReactNode[] {
  return Children.toArray(blocks.map((block) => renderedBlock(block, shift)))
}

function renderedBlock(block: Block, shift: number): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p dir="auto">{renderInlines(block.content)}</p>
    case 'heading': {
      const Heading = headingTag(block.attrs.level + shift)
      return <Heading dir="auto">{renderInlines(block.content)}</Heading>
    }
    case 'bulletList':
      return <ul dir={directionOf(firstWords(block))}>{renderItems(block.content, shift)}</ul>
    case 'orderedList':
      return (
        <ol dir={directionOf(firstWords(block))} start={block.attrs?.start}>
          {renderItems(block.content, shift)}
        </ol>
      )
    case 'blockquote':
      return <blockquote dir={directionOf(firstWords(block))}>{renderBlocks(block.content, shift)}</blockquote>
    case 'image':
      return <RenderedImage {...block.attrs} />
    case 'horizontalRule':
      return <hr />
    default:
      return null
  }
}

function RenderedImage({ src, alt, width, height }: { src: string; alt: string; width: number; height: number }) {
  if (!isOurFile(src)) return null
  return <img src={src} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
}

function renderItems(items: ListItem[], shift: number): ReactNode[] {
  return Children.toArray(items.map((item) => renderedItem(item, shift)))
}

/** An item of one paragraph is shown without it, as lists are written by hand. */
function renderedItem({ content }: ListItem, shift: number): ReactNode {
  const [first, ...rest] = content
  if (first?.type !== 'paragraph') return <li>{renderBlocks(content, shift)}</li>
  if (rest.length === 0) return <li dir="auto">{renderInlines(first.content)}</li>
  return <li dir={directionOf(firstWords(first))}>{renderBlocks(content, shift)}</li>
}

function renderInlines(inlines: Inline[] = []): ReactNode[] {
  return Children.toArray(inlines.map(renderedInline))
}

function renderedInline(inline: Inline): ReactNode {
  if (inline.type === 'hardBreak') return <br />
  return inline.type === 'text' ? (inline.marks ?? []).reduceRight<ReactNode>(wrapped, inline.text) : null
}

function wrapped(inside: ReactNode, mark: Mark): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{inside}</strong>
    case 'italic':
      return <em>{inside}</em>
    case 'link':
      if (!isSafeAddress(mark.attrs.href)) return inside
      return (
        <a href={mark.attrs.href} rel="nofollow ugc noopener">
          {inside}
        </a>
      )
    default:
      return inside
  }
}

function headingTag(level: number) {
  const tags = ['h2', 'h3', 'h4', 'h5', 'h6'] as const
  return tags[Math.min(Math.max(level, 2), 6) - 2] ?? 'h6'
}

/** The first text in a block that holds others: `dir="auto"` would not look past their own `dir`. */
function firstWords(block: Block | ListItem): string {
  for (const part of 'content' in block ? (block.content ?? []) : []) {
    const words = part.type === 'text' ? part.text : part.type === 'hardBreak' ? '' : firstWords(part)
    if (/\p{L}/u.test(words)) return words
  }
  return ''
}
