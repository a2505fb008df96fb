import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { documentFromField, fromPlainText } from './document'
import { DocumentEditor } from './document-editor'
import type { EditorLabels } from './editor-labels'
import { withoutStyles } from './pasted-html'
import { placeAfter } from './toolbar'

const labels = new Proxy({}, { get: (_labels, name) => String(name) }) as EditorLabels

describe('the field without scripts', () => {
  it('is a text field that reads back as the document', () => {
    const document = fromPlainText('## Titolo\n\n- <b>uno</b>\n- "due"')
    const html = renderToStaticMarkup(
      <DocumentEditor id="body" name="body" labels={labels} defaultValue={document} describedBy="help" lang="it" />,
    )
    expect(html).toContain(
      '<textarea id="body" name="body" rows="12" dir="auto" lang="it" aria-describedby="help body-plain">',
    )
    const shown = /<textarea[^>]*>([^<]*)<\/textarea>/.exec(html)?.[1] ?? ''
    const value = shown
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
    expect(documentFromField(value)).toEqual({ ok: true, document })
    expect(html).not.toContain('toolbar')
  })

  it('shows again a text that was refused', () => {
    const html = renderToStaticMarkup(<DocumentEditor id="b" name="b" labels={labels} defaultValue={'a & b'} />)
    expect(html).toContain('>a &amp; b</textarea>')
  })
})

describe('the row of buttons', () => {
  it.each<[string, number, boolean, number | null]>([
    ['ArrowRight', 0, false, 1],
    ['ArrowRight', 4, false, 0],
    ['ArrowLeft', 0, false, 4],
    ['ArrowLeft', 0, true, 1],
    ['ArrowRight', 0, true, 4],
    ['Home', 3, false, 0],
    ['End', 3, true, 4],
    ['Tab', 3, false, null],
    ['ArrowDown', 3, false, null],
  ])('%s from %i, right to left %s, leads to %s', (key, current, rightToLeft, place) =>
    expect(placeAfter(key, current, 5, rightToLeft)).toBe(place),
  )
})

describe('pasted text', () => {
  it.each([
    ['<p style="color:red" class="x">a</p>', '<p class="x">a</p>'],
    ['<b style="font-weight:normal;" id="docs"><span style=\'font-weight:700\'>a</span> b</b>', '<b>a</b> b'],
    ['<span style="font-style:italic;font-weight:bold">a</span>', '<b><i>a</i></b>'],
    ['<em>a</em><strong>b</strong>', '<i>a</i><b>b</b>'],
    ['</b>a<span>', 'a'],
    ['a < b', 'a < b'],
  ])('%s becomes %s', (pasted, html) => expect(withoutStyles(pasted)).toBe(html))
})
