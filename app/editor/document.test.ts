import { describe, expect, it } from 'vitest'
import {
  type Document,
  documentFromField,
  emptyDocument,
  fieldFromDocument,
  fieldShownAgain,
  parseDocument,
} from './document'

const doc = (...content: unknown[]) => ({ type: 'doc', content })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const text = (words: unknown, ...marks: unknown[]) => ({ type: 'text', text: words, ...(marks.length && { marks }) })
const item = (...content: unknown[]) => ({ type: 'listItem', content })
const link = (attrs: object) => text('x', { type: 'link', attrs })
const image = (attrs: object) =>
  doc({ type: 'image', attrs: { src: '/files/a1', alt: 'Una piazza', width: 4, height: 3, ...attrs } })

function nested(depth: number, innermost: unknown = paragraph(text('x'))) {
  let block = innermost
  for (let level = 0; level < depth; level += 1) block = { type: 'blockquote', content: [block] }
  return doc(block)
}

const reasonFor = (value: unknown) => {
  const parsed = parseDocument(value)
  return parsed.ok ? 'accepted' : parsed.reason
}

const whole = doc(
  { type: 'heading', attrs: { level: 2 }, content: [text('Sportello')] },
  paragraph(
    text('Un '),
    text('mediatore', { type: 'bold' }, { type: 'italic' }),
    { type: 'hardBreak' },
    text('in ospedale', { type: 'link', attrs: { href: 'https://example.org/' } }),
  ),
  {
    type: 'bulletList',
    content: [item(paragraph(text('uno')), { type: 'bulletList', content: [item(paragraph(text('due')))] })],
  },
  { type: 'orderedList', attrs: { start: 3 }, content: [item(paragraph(text('tre')))] },
  { type: 'blockquote', content: [paragraph(text('citato'))] },
  { type: 'horizontalRule' },
  { type: 'image', attrs: { src: '/files/a1', alt: 'Una piazza', width: 40, height: 30 } },
)

describe('parseDocument', () => {
  it('keeps a whole document as it is', () => expect(parseDocument(whole)).toEqual({ ok: true, document: whole }))

  it.each<[string, unknown]>([
    ['null', null],
    ['a string', 'doc'],
    ['an array', [whole]],
    ['nothing', undefined],
    ['no type', { content: [] }],
    ['an unknown key', { ...whole, id: 1 }],
    ['two documents', doc(doc(paragraph()))],
    ['an unknown node', doc({ type: 'iframe', attrs: { src: 'https://evil.example' } })],
    ['a node named constructor', doc({ type: 'constructor' })],
    ['a node named toString', doc({ type: 'toString' })],
    ['a node named __proto__', doc({ type: '__proto__' })],
    ['a type that is an object', doc({ type: { toString: 'paragraph' } })],
    ['an unknown mark', doc(paragraph(text('x', { type: 'script' })))],
    ['a mark twice', doc(paragraph(text('x', { type: 'bold' }, { type: 'bold' })))],
    ['marks on a paragraph', doc({ ...paragraph(), marks: [{ type: 'bold' }] })],
    ['text without words', doc(paragraph({ type: 'text' }))],
    ['text that is an object', doc(paragraph(text({})))],
    ['text outside a paragraph', doc(text('x'))],
    ['a heading of level 1', doc({ type: 'heading', attrs: { level: 1 } })],
    ['a heading level with a script', doc({ type: 'heading', attrs: { level: '1"><script>' } })],
    ['a code block', doc({ type: 'codeBlock', attrs: { language: '"><script>' } })],
    [
      'a list start with a handler',
      doc({ type: 'orderedList', attrs: { start: '1" onmouseover=' }, content: [item(paragraph())] }),
    ],
    ['a list of nothing', doc({ type: 'bulletList', content: [] })],
    ['a list of paragraphs', doc({ type: 'bulletList', content: [paragraph()] })],
    [
      'an item that opens with a heading',
      doc({ type: 'bulletList', content: [item({ type: 'heading', attrs: { level: 2 } })] }),
    ],
    ['a style', doc({ ...paragraph(), attrs: { style: 'position:fixed' } })],
    ['a link with target and empty rel', doc(paragraph(link({ href: 'https://a.it', target: '_blank', rel: '' })))],
    ['a link with a class', doc(paragraph(link({ href: 'https://a.it', class: 'fixed inset-0' })))],
    ['a link with a handler', doc(paragraph(link({ href: 'https://a.it', onclick: 'alert(1)' })))],
    ['a link without an address', doc(paragraph(link({})))],
    ['a picture with a handler', image({ onerror: 'alert(1)' })],
    ['a picture without size', image({ width: undefined })],
    ['a picture of no size', image({ height: 0 })],
    ['deep attributes', doc({ type: 'heading', attrs: JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`) })],
    [
      '__proto__ in attributes',
      JSON.parse('{"type":"doc","content":[{"type":"heading","attrs":{"level":2,"__proto__":{"polluted":1}}}]}'),
    ],
    ['__proto__ in the document', JSON.parse('{"type":"doc","content":[],"__proto__":{"polluted":1}}')],
    ['constructor.prototype', JSON.parse('{"type":"doc","content":[],"constructor":{"prototype":{"polluted":1}}}')],
  ])('refuses %s', (_name, value) => {
    expect(reasonFor(value)).toBe('document.malformed')
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    '//evil.example',
    'https:\\evil',
  ])('refuses a link to %j', (href) => expect(reasonFor(doc(paragraph(link({ href }))))).toBe('document.unsafe-link'))

  it.each([
    'javascript:alert(1)',
    'data:image/svg+xml,<svg onload=alert(1)>',
    'http://a.it/x.png',
    'https://tracker.example/p.gif',
  ])('refuses a picture from %s', (src) => expect(reasonFor(image({ src }))).toBe('document.image-not-ours'))

  it.each<[unknown, string]>([
    [undefined, 'document.image-without-description'],
    [null, 'document.image-without-description'],
    ['', 'document.image-without-description'],
    [' \n\u0000', 'document.image-without-description'],
    ['a'.repeat(301), 'document.image-description-too-long'],
    ['a'.repeat(300), 'accepted'],
  ])('judges the alternative text %j', (alt, reason) => expect(reasonFor(image({ alt }))).toBe(reason))

  it.each<[string, unknown, string]>([
    ['31 quotations', nested(30), 'accepted'],
    ['33 levels', nested(31), 'document.too-deep'],
    ['1,000 quotations', nested(1_000), 'document.too-deep'],
    ['20,000 quotations', nested(20_000), 'document.too-deep'],
    ['5,000 paragraphs', doc(...Array(5_000).fill({ type: 'paragraph' })), 'accepted'],
    ['5,001 paragraphs', doc(...Array(5_001).fill({ type: 'paragraph' })), 'document.too-many-parts'],
    ['100,000 empty paragraphs', doc(...Array(100_000).fill({ type: 'paragraph' })), 'document.too-many-parts'],
    ['100,000 letters', doc(paragraph(text('a'.repeat(100_000)))), 'accepted'],
    ['100,001 letters', doc(paragraph(text('a'.repeat(100_001)))), 'document.too-long'],
    ['10 MB in a word', doc(paragraph(text('a'.repeat(10_000_000)))), 'document.too-long'],
    ['10 MB in a key', { ...doc(), ['k'.repeat(10_000_000)]: 1 }, 'document.too-large'],
    [
      '10 MB in an address',
      doc(paragraph(link({ href: `https://a.it/${'a'.repeat(10_000_000)}` }))),
      'document.too-large',
    ],
    [
      '100,000 marks',
      doc(paragraph({ type: 'text', text: 'x', marks: Array(100_000).fill({ type: 'bold' }) })),
      'document.too-large',
    ],
    [
      'a million marks',
      doc(paragraph({ type: 'text', text: 'x', marks: Array(1_000_000).fill(1) })),
      'document.too-large',
    ],
    [
      'addresses of 512 kB together',
      doc(...Array(300).fill(paragraph(link({ href: `https://a.it/${'a'.repeat(1_900)}` })))),
      'document.too-large',
    ],
  ])('judges %s in less than 200 ms', (_name, value, reason) => {
    expect(reasonFor(value)).toBe(reason)
  })

  it('stops at a value that contains itself', () => {
    const value: { type: string; content: unknown[] } = doc()
    value.content.push(value)
    expect(reasonFor(value)).toBe('document.too-deep')
  })

  it('takes out what PostgreSQL refuses and what deceives the eye', () => {
    const parsed = parseDocument(
      doc(
        paragraph(
          text('a\u0000b\uD800c\u202Ed\u2066e\tf'),
          text('\u0000'),
          text(`e${'\u0301'.repeat(200)}`),
          text('م\u200Fن 👩‍🚒'),
        ),
      ),
    )
    expect(parsed.ok && parsed.document.content[0]).toEqual(
      paragraph(text('abcde f'), text(`e${'\u0301'.repeat(8)}`), text('م\u200Fن 👩‍🚒')),
    )
  })

  it('tidies what the editor leaves behind', () => {
    const left = doc(
      paragraph(text('x'), { type: 'hardBreak', marks: [{ type: 'bold' }] }, { type: 'text', text: 'y', marks: [] }),
      { type: 'paragraph' },
      paragraph(),
    )
    expect(parseDocument(left)).toEqual({
      ok: true,
      document: doc(paragraph(text('x'), { type: 'hardBreak' }, text('y'))),
    })
    expect(parseDocument(doc())).toEqual({ ok: true, document: emptyDocument() })
  })
})

describe('documentFromField', () => {
  it('reads back what the editor wrote', () => {
    expect(documentFromField(fieldFromDocument(whole as Document))).toEqual({ ok: true, document: whole })
    expect(documentFromField(JSON.stringify(whole))).toEqual({ ok: true, document: whole })
  })

  it('reads plain text', () => {
    expect(documentFromField('Ciao')).toEqual({ ok: true, document: doc(paragraph(text('Ciao'))) })
    expect(documentFromField('')).toEqual({ ok: true, document: emptyDocument() })
    expect(documentFromField('{ "type": non è JSON }')).toMatchObject({ ok: true })
  })

  it.each([
    ['document:', 'document.malformed'],
    ['document:{', 'document.malformed'],
    ['document:[1]', 'document.malformed'],
    [`document:${'['.repeat(300_000)}`, 'document.malformed'],
    [`document:${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'document.too-large'],
    [`document:${JSON.stringify(nested(1_000))}`, 'document.too-deep'],
    ['{"type":"doc","type":"iframe","content":[]}', 'document.malformed'],
    ['a'.repeat(10_000_000), 'document.too-large'],
    ['è'.repeat(300_000), 'document.too-large'],
    ['a'.repeat(100_001), 'document.too-long'],
    ['a\n\n'.repeat(100_000), 'document.too-many-parts'],
    ['- a\n'.repeat(100_000), 'document.too-many-parts'],
  ])('refuses %.30s in less than 400 ms', (value, reason) => {
    expect(documentFromField(value)).toEqual({ ok: false, reason })
  })

  it('shows again what was typed, and nothing that cannot be read', () => {
    expect(fieldShownAgain(fieldFromDocument(whole as Document))).toEqual(whole)
    expect(fieldShownAgain('a'.repeat(100_001))).toBe('a'.repeat(100_001))
    expect(fieldShownAgain(`document:${JSON.stringify(nested(1_000))}`)).toBe('')
    expect(fieldShownAgain('a'.repeat(10_000_000))).toBe('')
  })
})
