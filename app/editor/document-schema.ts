/** The schema of a document: exactly the editor's parts, with the attributes they need and no others. */
import { z } from 'zod'
import { isOurFile, isSafeAddress } from './addresses'
import { cleanText } from './clean-text'
import type { LimitRefusal } from './document-limits'
import type { Block, Document, Inline, Mark } from './document-nodes'
import { longestAlternative } from './document-nodes'

export type DocumentRefusal =
  | LimitRefusal
  | 'document.unsafe-link'
  | 'document.image-not-ours'
  | 'document.image-without-description'
  | 'document.image-description-too-long'

const refusals = [
  'document.unsafe-link',
  'document.image-not-ours',
  'document.image-without-description',
  'document.image-description-too-long',
] as const satisfies readonly DocumentRefusal[]

/** The reason worth telling a person, among all that is wrong. */
export function reasonOf(error: z.ZodError): DocumentRefusal {
  const messages = new Set(error.issues.map((issue) => issue.message))
  return refusals.find((reason) => messages.has(reason)) ?? 'document.malformed'
}

let built: z.ZodType<Document> | undefined

/** Built at the first use, so that pages which only read documents carry none of it. */
export function documentSchema(): z.ZodType<Document> {
  built ??= buildSchema()
  return built
}

function buildSchema(): z.ZodType<Document> {
  const inlines = inlineSchema()
  const blocks = z.array(z.lazy((): z.ZodType<Block> => block))

  const paragraph = z.strictObject({ type: z.literal('paragraph'), content: inlines })
  const level = z.union([z.literal(2), z.literal(3), z.literal(4)])
  const heading = z.strictObject({ type: z.literal('heading'), attrs: z.strictObject({ level }), content: inlines })
  const horizontalRule = z.strictObject({ type: z.literal('horizontalRule') })
  const image = z.strictObject({ type: z.literal('image'), attrs: imageAttributes() })
  const blockquote = z.strictObject({ type: z.literal('blockquote'), content: blocks.min(1) })

  const listItem = z.strictObject({
    type: z.literal('listItem'),
    content: blocks.min(1).refine((content) => content[0]?.type === 'paragraph'),
  })
  const bulletList = z.strictObject({ type: z.literal('bulletList'), content: z.array(listItem).min(1) })
  const orderedList = z.strictObject({
    type: z.literal('orderedList'),
    attrs: z.strictObject({ start: z.int().min(1).max(9999) }).optional(),
    content: z.array(listItem).min(1),
  })

  const block: z.ZodType<Block> = z.discriminatedUnion('type', [
    paragraph,
    heading,
    horizontalRule,
    image,
    blockquote,
    bulletList,
    orderedList,
  ])
  return z.strictObject({ type: z.literal('doc'), content: blocks.transform(withoutTrailingBlanks) })
}

function inlineSchema() {
  const href = z.string().refine(isSafeAddress, 'document.unsafe-link')
  const mark = z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('bold') }),
    z.strictObject({ type: z.literal('italic') }),
    z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href }) }),
  ])
  const marks = z.array(mark).max(3).refine(eachOnce).optional()
  const text = z.strictObject({ type: z.literal('text'), text: z.string().transform(cleanText), marks })
  const hardBreak = z.strictObject({ type: z.literal('hardBreak'), marks })
  return z
    .array(z.discriminatedUnion('type', [text, hardBreak]))
    .transform((inlines) => inlines.flatMap(tidied))
    .optional()
}

function imageAttributes() {
  const side = z.int().min(1).max(20_000)
  return z.strictObject({
    src: z.string().refine(isOurFile, 'document.image-not-ours'),
    alt: z
      .string('document.image-without-description')
      .transform((alt) => cleanText(alt).trim())
      .refine((alt) => alt !== '', 'document.image-without-description')
      .refine((alt) => alt.length <= longestAlternative, 'document.image-description-too-long'),
    width: side,
    height: side,
  })
}

function eachOnce(marks: Mark[]): boolean {
  return new Set(marks.map((mark) => mark.type)).size === marks.length
}

/** The editor marks line breaks inside bold text too, and knows no empty text: both say nothing. */
function tidied(inline: { type: 'text'; text: string; marks?: Mark[] } | { type: 'hardBreak' }): Inline[] {
  if (inline.type === 'hardBreak') return [{ type: 'hardBreak' }]
  if (inline.text === '') return []
  const { text, marks } = inline
  return [marks?.length ? { type: 'text', text, marks } : { type: 'text', text }]
}

/** The editor keeps an empty line at the foot, to write on; an empty document is one empty paragraph. */
function withoutTrailingBlanks(blocks: Block[]): Block[] {
  const last = blocks.findLastIndex((block) => block.type !== 'paragraph' || (block.content?.length ?? 0) > 0)
  return last < 0 ? [{ type: 'paragraph' }] : blocks.slice(0, last + 1)
}
