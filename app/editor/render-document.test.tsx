import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { type Document, fromPlainText } from './document'
import { RenderedDocument } from './render-document'

const shown = (document: unknown, headingShift?: number) =>
  renderToStaticMarkup(
    <RenderedDocument document={document as Document} lang="it" {...(headingShift && { headingShift })} />,
  )

const inside = (document: unknown) => /^<div class="document-text" lang="it">(.*)<\/div>$/s.exec(shown(document))?.[1]
const doc = (...content: unknown[]) => ({ type: 'doc', content })
const words = (text: string, ...marks: unknown[]) => ({ type: 'text', text, marks })

describe('a document on the page', () => {
  it('has its headings, lists and quotations', () => {
    expect(inside(fromPlainText('## A\n\nb\nc\n\n- d\n- e\n\n  f\n\n3. g\n\n> h\n\n---'))).toBe(
      '<h2 dir="auto">A</h2><p dir="auto">b<br/>c</p>' +
        '<ul dir="ltr"><li dir="auto">d</li><li dir="ltr"><p dir="auto">e</p><p dir="auto">f</p></li></ul>' +
        '<ol dir="ltr" start="3"><li dir="auto">g</li></ol><blockquote dir="ltr"><p dir="auto">h</p></blockquote><hr/>',
    )
  })

  it('puts its headings under those of the page', () => {
    const headings = fromPlainText('## A\n### B\n#### C')
    expect(shown(headings, 1)).toMatch(/<h3[^>]*>A<\/h3><h4[^>]*>B<\/h4><h5/)
    expect(shown(headings, 9)).toMatch(/<h6[^>]*>A<\/h6><h6/)
    expect(shown(headings, -5)).toMatch(/<h2[^>]*>A<\/h2><h2/)
  })

  it('runs from right to left where it is written so', () => {
    expect(inside(fromPlainText('- 1) مرحبا\n- hello'))).toMatch(/^<ul dir="rtl">/)
    expect(inside(fromPlainText('> שלום'))).toMatch(/^<blockquote dir="rtl">/)
    expect(inside(fromPlainText('- 123'))).toMatch(/^<ul><li/)
  })

  it('marks words and leads outside without vouching for it', () => {
    const document = doc({
      type: 'paragraph',
      content: [
        words(
          'x',
          { type: 'bold' },
          { type: 'italic' },
          { type: 'link', attrs: { href: 'https://example.org/?a="b' } },
        ),
      ],
    })
    expect(inside(document)).toBe('<p dir="auto"><strong><em>x</em></strong></p>')
    expect(inside(fromPlainText('**_[x](https://example.org/?a=1&b=2)_**'))).toBe(
      '<p dir="auto"><strong><em><a href="https://example.org/?a=1&amp;b=2" rel="nofollow ugc noopener">x</a></em></strong></p>',
    )
  })

  it('keeps the place of its pictures', () => {
    expect(inside(fromPlainText('![Una "piazza"](/files/a1 =40x30)'))).toBe(
      '<img src="/files/a1" alt="Una &quot;piazza&quot;" width="40" height="30" loading="lazy" decoding="async"/>',
    )
  })

  it('writes words as words', () => {
    expect(inside(fromPlainText('<script>alert(1)</script> & <img src=x onerror=alert(1)>'))).toBe(
      '<p dir="auto">&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;img src=x onerror=alert(1)&gt;</p>',
    )
  })

  it.each<[string, unknown, string]>([
    ['an unknown node', { type: 'iframe', attrs: { src: 'https://evil.example' } }, ''],
    ['a raw node', { type: 'html', html: '<script>' }, ''],
    [
      'an unknown mark',
      { type: 'paragraph', content: [words('x', { type: 'style', attrs: { onclick: 'y' } })] },
      '<p dir="auto">x</p>',
    ],
    [
      'a script for a link',
      { type: 'paragraph', content: [words('x', { type: 'link', attrs: { href: 'java\tscript:alert(1)' } })] },
      '<p dir="auto">x</p>',
    ],
    [
      'a link with more',
      {
        type: 'paragraph',
        content: [
          words('x', {
            type: 'link',
            attrs: { href: 'https://a.it', onclick: 'y', class: 'z', target: '_blank', rel: '' },
          }),
        ],
      },
      '<p dir="auto"><a href="https://a.it" rel="nofollow ugc noopener">x</a></p>',
    ],
    [
      'somebody else’s picture',
      { type: 'image', attrs: { src: 'https://tracker.example/p.gif', alt: 'x', width: 1, height: 1 } },
      '',
    ],
    [
      'a picture with more',
      {
        type: 'image',
        attrs: {
          src: '/files/a',
          alt: 'x',
          width: 1,
          height: 1,
          onError: 'alert(1)',
          dangerouslySetInnerHTML: { __html: '<script>' },
        },
      },
      '<img src="/files/a" alt="x" width="1" height="1" loading="lazy" decoding="async"/>',
    ],
    ['an inline that is not one', { type: 'paragraph', content: [{ type: 'iframe' }] }, '<p dir="auto"></p>'],
    ['a heading of level 99', { type: 'heading', attrs: { level: 99 } }, '<h6 dir="auto"></h6>'],
  ])('leaves out %s, even if it slipped past the schema', (_name, block, html) => expect(inside(doc(block))).toBe(html))
})
