import { describe, expect, it } from 'vitest'
import {
  type Document,
  documentFromField,
  emptyDocument,
  excerpt,
  fromPlainText,
  isEmptyDocument,
  parseDocument,
  plainText,
  toPlainText,
} from './document'

const doc = (...content: unknown[]) => ({ type: 'doc', content })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const text = (words: unknown, ...marks: unknown[]) => ({ type: 'text', text: words, ...(marks.length && { marks }) })
const item = (...content: unknown[]) => ({ type: 'listItem', content })

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

describe('plain text', () => {
  const written = [
    '## Perché',
    'Nell’**ospedale di Monopoli** manca un _mediatore_.\nServe ogni giorno.',
    '- uno\n- due\n  riga sotto\n  - dentro\n    1. più dentro\n- tre',
    '3. primo\n4. secondo\n\n   ancora il secondo',
    '> una citazione\n>\n> - con lista',
    '---',
    'Vedi [il regolamento](https://example.org/a_(b)) o https://example.org/x_y_z?q=1.',
    '![Una piazza con alberi](/files/a1 =40x30)',
    '#### Fine',
  ]
    .join('\n\n')
    .replace('a_(b)', 'a_%28b%29')

  it('is read as headings, lists, quotations, links and pictures', () => {
    expect(fromPlainText(written).content.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'bulletList',
      'orderedList',
      'blockquote',
      'horizontalRule',
      'paragraph',
      'image',
      'heading',
    ])
  })

  it('goes and comes back', () => {
    expect(toPlainText(fromPlainText(written))).toBe(written)
    expect(fromPlainText(toPlainText(whole as Document))).toEqual(whole)
  })

  it('always makes a document that is accepted', () => {
    for (const odd of [
      written,
      '',
      '\n\n',
      '- ',
      '-',
      '> ',
      '>>>>>>>>>>>>>>>>>> x',
      '1. - 1. - 1. - 1. - 1. - x',
      '** **',
      '[x](javascript:alert(1))',
      '![](/files/a =1x1)',
      '![a](/files/a =0x0)',
      '#',
      '##',
      '\u0000',
      '_',
      '[[[',
      '\uD800',
      '- - - - - - - - - - - - x',
    ])
      expect(parseDocument(fromPlainText(odd))).toEqual({ ok: true, document: fromPlainText(odd) })
  })

  it('makes no link that is not safe', () => {
    expect(fromPlainText('[x](javascript:alert(1)) https://a:b@c.it')).toEqual(
      doc(paragraph(text('[x](javascript:alert(1)) https://a:b@c.it'))),
    )
  })

  it.each([
    ['('.repeat(100_000)],
    ['['.repeat(100_000)],
    ['[a]('.repeat(25_000)],
    ['**a '.repeat(25_000)],
    ['_a '.repeat(33_000)],
    ['http://'.repeat(14_000)],
    ['> '.repeat(50_000)],
    ['> - 1. x\n'.repeat(11_000)],
    [`- a${'\n'.repeat(99_000)}- b`],
    ['\u0301'.repeat(50_000)],
  ])('reads %.12s… to the end', (costly) => {
    expect(documentFromField(costly)).toHaveProperty('ok')
  })
})

describe('what a document says', () => {
  it('in words alone', () =>
    expect(plainText(whole as Document)).toBe(
      'Sportello\nUn mediatore\nin ospedale\nuno\ndue\ntre\ncitato\nUna piazza',
    ))

  it('in short', () => {
    expect(excerpt(whole as Document, 300)).toBe('Sportello: Un mediatore in ospedale uno due tre citato')
    expect(excerpt(whole as Document, 20)).toBe('Sportello: Un…')
    expect(excerpt(fromPlainText('# Perché?\n\nServe.'), 20)).toBe('Perché? Serve.')
    expect(excerpt(fromPlainText('👩‍🚒'.repeat(100)), 10)).not.toMatch(/\p{Cs}/u)
    expect(excerpt(emptyDocument(), 10)).toBe('')
  })

  it('nothing, when it is empty', () => {
    expect(isEmptyDocument(emptyDocument())).toBe(true)
    expect(isEmptyDocument(fromPlainText(' \u200B\u200F\n\n---'))).toBe(true)
    expect(isEmptyDocument(fromPlainText('![a](/files/a =1x1)'))).toBe(false)
    expect(isEmptyDocument(fromPlainText('- x'))).toBe(false)
  })
})
