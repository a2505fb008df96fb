import { getSchema } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { type Document, fromPlainText, parseDocument } from './document'
import { documentExtensions } from './extensions'

const schema = getSchema(documentExtensions())

const attributes = (kinds: typeof schema.nodes | typeof schema.marks) =>
  Object.fromEntries(Object.entries(kinds).map(([name, { spec }]) => [name, Object.keys(spec.attrs ?? {}).sort()]))

describe('the editor', () => {
  it('knows the parts of a document, and no others', () => {
    expect(attributes(schema.nodes)).toEqual({
      doc: [],
      paragraph: [],
      heading: ['level'],
      bulletList: [],
      orderedList: ['start'],
      listItem: [],
      blockquote: [],
      horizontalRule: [],
      hardBreak: [],
      image: ['alt', 'height', 'src', 'width'],
      text: [],
    })
    expect(attributes(schema.marks)).toEqual({ bold: [], italic: [], link: ['href'] })
  })

  it.each([
    'Ciao',
    '## A\n\n### B\n\n#### C',
    '- a\n  - b\n    1. c\n- d\n\n  e',
    '3. a\n4. b',
    '> a\n>\n> - b',
    '**a** _b_ **_c_** [d](https://example.org) https://example.org/e\nf',
    'a\n\n---\n\n![b](/files/c =4x3)',
  ])('opens what the schema accepts and writes what it accepts: %j', (text) => {
    const document = fromPlainText(text)
    const node = schema.nodeFromJSON(document)
    node.check()
    expect(comparable(parseDocument(node.toJSON()))).toEqual(comparable({ ok: true, document }))
  })

  it('writes an empty document that is accepted', () =>
    expect(parseDocument(schema.topNodeType.createAndFill()?.toJSON())).toEqual({
      ok: true,
      document: fromPlainText(''),
    }))
})

/** Marks have no order in a document; a list that starts at one need not say so. */
function comparable(parsed: ReturnType<typeof parseDocument>): unknown {
  if (!parsed.ok) return parsed
  return JSON.parse(JSON.stringify(parsed.document satisfies Document), (key, value) => {
    if (key === 'marks')
      return [...value].sort((a: { type: string }, b: { type: string }) => a.type.localeCompare(b.type))
    if (value?.type === 'orderedList') return { ...value, attrs: { start: value.attrs?.start ?? 1 } }
    return value
  })
}
