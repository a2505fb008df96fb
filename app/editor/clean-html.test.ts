import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { cleanHtml, readHtml } from './clean-html'
import { parseDocument, toPlainText } from './document'
import { unwrapped } from './unwrapped'

/** The document as plain text, once it is sure that the schema takes it as it is. */
function cleaned(html: string, base?: string): string {
  const document = cleanHtml(html, base === undefined ? {} : { base })
  expect(parseDocument(document)).toEqual({ ok: true, document })
  return toPlainText(document)
}

describe('HTML from elsewhere', () => {
  it.each<[string, string, string]>([
    ['paragraphs', '<p>a</p>\n<p>b</p>', 'a\n\nb'],
    ['divs and sections', '<section><div>a<div>b</div>c</div></section>', 'a\n\nb\n\nc'],
    ['white space', '<p>  a \n\t b&nbsp;&nbsp; </p><p>&nbsp;</p><p><br></p>', 'a b'],
    ['breaks', '<p>a<br>b<br><br>c<br></p>', 'a\nb\n\nc'],
    [
      'headings of six levels',
      '<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h6>e</h6>',
      '## a\n\n## b\n\n### c\n\n#### d\n\n#### e',
    ],
    ['emphasis', '<p><b>a</b> <strong>b</strong> <i>c</i><em> d</em> <u>e</u> <s>f</s></p>', '**a** **b** _c_ _d_ e f'],
    ['emphasis within emphasis', '<p><b>a <b>b</b> c</b></p>', '**a** **b** **c**'],
    ['lists', '<ul><li>a</li><li>b<ol start="3"><li>c</ol></ul>', '- a\n- b\n  3. c'],
    ['lists of paragraphs', '<ul><li><p>a</p><p>b</p></li></ul>', '- a\n\n  b'],
    ['a list straight in a list', '<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>', '- a\n  - b\n- c'],
    ['items without a list', '<li>a<li>b</li>', '- a\n- b'],
    ['loose words in a list', '<ul>a<li>b</li>c</ul>', '- a\n- b\n- c'],
    ['a heading in an item', '<ul><li><h2>a</h2>b</li></ul>', '- a\n\n  b'],
    ['an odd start', '<ol start="-5"><li>a</ol><p>x<ol start="9999999"><li>b</ol>', '1. a\n\nx\n\n1. b'],
    ['a quotation', '<blockquote>a<p>b</blockquote>c', '> a\n>\n> b\n\nc'],
    ['a rule', 'a<hr>b', 'a\n\n---\n\nb'],
    ['verbatim text', '<pre>a\n b</pre>', 'a\nb'],
    [
      'a table',
      '<table><tr><th>Anno</th><th>Euro</th></tr><tr><td>2027</td><td><p>1</p><p>2</p></td></tr></table>',
      'Anno · Euro\n\n2027 · 1\n2',
    ],
    ['entities', '<p>&lt;b&gt; &amp;amp; &egrave; &#x1F600; &#0; &unknown; &copy', '<b> &amp; è 😀 � &unknown; ©'],
    ['tags never closed', '<p><b>a<i>b<p>c', '**a****_b_**\n\n**_c_**'],
    ['tags closed twice', '</p></b>a</div></p>', 'a'],
    ['tags closed crosswise', '<b>a<i>b</b>c</i>', '**a****_b_**c'],
    ['unknown elements', '<o:p>a</o:p><my-app>b</my-app><font color="red">c</font>', 'abc'],
    ['comments and declarations', '<!doctype html><!-- a --><?xml?>b<![CDATA[c]]>', 'b'],
    ['no HTML at all', 'a &amp; b\n\n- c\n- d', 'a & b\n\n- c\n- d'],
    ['only inline elements', 'a\n\nb <b>c</b>\nd', 'a\n\nb **c**\nd'],
    ['an address in the text', '<p>vedi https://a.it/x?b=1&amp;c=2.</p>', 'vedi https://a.it/x?b=1&c=2.'],
    ['nothing', '', ''],
    ['a sign that opens no tag', '1 < 2 > 0', '1 < 2 > 0'],
  ])('keeps what %s say', (_name, html, text) => expect(cleaned(html)).toBe(text))

  it.each<[string, string, string]>([
    ['scripts', 'a<script>alert(1)</script>b<script src=x>', 'ab'],
    ['styles', '<style>p{}</style><p style="position:fixed" class="x" onclick="alert(1)" id=a>a</p>', 'a'],
    ['script in disguise', '<scr<script>ipt>alert(1)</scr</script>ipt>', 'ipt>alert(1)ipt>'],
    ['drawings', '<svg onload=alert(1)><script>x</script><p>b</p></svg>a', 'a'],
    ['formulas', '<math><mtext><img src=x onerror=alert(1)></mtext></math>a', 'a'],
    ['templates and noscript', '<template>x</template><noscript><p>x</p></noscript>a', 'a'],
    [
      'fields',
      '<form action="https://evil.example"><input value=x><select><option>x</select><textarea>x</textarea>a</form>',
      'a',
    ],
    [
      'script links',
      '<a href="javascript:alert(1)">a</a><a href=" java\tscript:x">b</a><a href="&#1;javascript:x">c</a><a href="data:text/html,x">d</a>',
      'abcd',
    ],
    ['script pictures', '<img src="javascript:alert(1)" onerror=alert(1)><img src="data:image/svg+xml,x">a', 'a'],
    ['tracking pixels', '<img src="https://t.example/p.gif" width=1 height=1>a', 'a'],
    ['nested links', '<a href="https://a.it">a<a href="https://b.it">b</a></a>', '[a](https://a.it)[b](https://b.it)'],
    [
      'prototype names',
      '<constructor __proto__=x constructor=y>a</constructor><a __proto__="x" href="https://a.it">b</a>',
      'a[b](https://a.it)',
    ],
    ['NUL and bidi', '<p>a\u0000b\u202Ec\uFEFF</p>', 'abc'],
  ])('leaves out %s', (_name, html, text) => expect(cleaned(html)).toBe(text))

  it('keeps pictures and embedded pages as links', () => {
    expect(cleaned('<p>a <img src="https://a.it/f/piazza.jpg" alt="Una piazza"></p>')).toBe(
      'a [Una piazza](https://a.it/f/piazza.jpg)',
    )
    expect(cleaned('<img src="https://a.it/f/piazza.jpg">')).toBe('[a.it (piazza.jpg)](https://a.it/f/piazza.jpg)')
    expect(cleaned('<img src="/f/piazza.jpg" alt="x">', 'https://a.it/p/1')).toBe('[x](https://a.it/f/piazza.jpg)')
    expect(cleaned('<iframe src="https://video.example/embed/1">x</iframe><p>b</p>')).toBe(
      '[video.example (1)](https://video.example/embed/1)\n\nb',
    )
    expect(cleaned('<a href="https://a.it"><img src="https://a.it/x.png" alt="Logo"></a>')).toBe('[Logo](https://a.it)')
  })

  it('reads links in their page', () => {
    expect(cleaned('<p><a href="../b?x=1#y">a</a></p>', 'https://a.it/p/1')).toBe('[a](https://a.it/b?x=1#y)')
    expect(cleaned('<p><a href="/b">a</a></p>')).toBe('a')
    expect(cleaned('<p><a href="#note">a</a></p>', 'https://a.it')).toBe('a')
  })

  it('tells what was lost', () => {
    const { losses } = readHtml(
      '<table><tr><td><a href="javascript:x">a</a><img src=x><video src="https://a.it/v"></video></table>',
    )
    expect(losses).toEqual(['embeds', 'links', 'pictures', 'tables'])
    expect(readHtml('<p>a</p>').losses).toEqual([])
    expect(readHtml(`<p>${'a'.repeat(100_001)}`).losses).toEqual(['text-cut'])
  })

  it('says the same every time', () => {
    const html = '<table><tr><td>a<ul><li>b</table><p>c<iframe src="https://a.it">'
    expect(readHtml(html)).toEqual(readHtml(html))
  })

  it.each<[string, string, boolean]>([
    ['300,000 divs in one another', '<div>'.repeat(300_000), false],
    ['elements closed that are not open', '<b>'.repeat(85_000) + '</i>'.repeat(64_000), false],
    ['50,000 lists in one another', '<ul><li>x'.repeat(50_000), true],
    ['50,000 quotations in one another', '<blockquote>x'.repeat(50_000), true],
    ['50,000 bold words', `<p>${'<b>x</b> y'.repeat(50_000)}`, true],
    ['100,000 breaks', 'a<br>'.repeat(100_000), true],
    ['100,000 rules', '<hr>'.repeat(100_000), true],
    ['100,000 cells', `<table>${'<td>x'.repeat(100_000)}`, true],
    ['long addresses', `<p><a href="https://a.it/${'a'.repeat(1_900)}">x</a> `.repeat(900), true],
    ['50,000 addresses', `<p>${'http://a.b/ '.repeat(50_000)}`, true],
    ['300,000 quotes', `<p>${'"'.repeat(300_000)}`, true],
    ['300,000 Arabic letters', `<p>${'ع'.repeat(300_000)}`, true],
    ['comments never closed', '<!--'.repeat(300_000), false],
    ['300,000 attributes', `<a ${'a=b '.repeat(300_000)}>x`, true],
    ['a script never closed', `<script>${'</scrip'.repeat(200_000)}`, false],
    ['a million spaces', `<p>${' \u00A0'.repeat(500_000)}x`, true],
    ['100,000 accents', `<p>${'\u0301'.repeat(100_000)}x`, true],
    ['300,000 short lines', 'a\n\n'.repeat(300_000), true],
    ['10 MB', '<p>ciao</p>'.repeat(950_000), true],
  ])('bears %s', (_name, html, saysSomething) => {
    const { document } = readHtml(html)
    expect(parseDocument(document)).toEqual({ ok: true, document })
    expect(toPlainText(document) !== '').toBe(saysSomething)
  })
})

describe('text cut into lines', () => {
  const wrapped =
    'Descrizione:\nCreare un unico sportello per gestire le pratiche che servono alla\ntransizione energetica delle case. Semplificare le pratiche e dare\npiù informazioni.\n\n- uno\n- due'

  it('is made whole', () =>
    expect(unwrapped(wrapped)).toBe(
      'Descrizione:\nCreare un unico sportello per gestire le pratiche che servono alla transizione energetica delle case. Semplificare le pratiche e dare più informazioni.\n\n- uno\n- due',
    ))

  it.each(['a\nb\nc\nd', 'una riga sola', `${'x'.repeat(200)}\nb\nc\nd`])(
    'stays as it is when its lines are its own: %.20s',
    (text) => expect(unwrapped(text)).toBe(text),
  )
})

const real = '../shared/data/real'
if (!existsSync(real)) console.warn(`${real} is missing: texts of real exports are not read`)

describe.skipIf(!existsSync(real))('texts of real exports', () => {
  const files = existsSync(real)
    ? readdirSync(real, { recursive: true, encoding: 'utf8' }).filter((name) =>
        /(?:proposals|comments|projects|results|action_plans)\.csv$/.test(name),
      )
    : []

  it.each(files)('are documents: %s', (name) => {
    const source = readFileSync(`${real}/${name}`, 'utf8')
    const header = source.slice(0, source.indexOf('\n'))
    const delimiter = header.split(';').length > header.split(',').length ? ';' : ','
    const rows: string[][] = parse(source, { delimiter, relax_column_count: true, relax_quotes: true, bom: true })
    const texts = rows.flat().filter((cell) => cell.length > 60)
    expect(texts.length).toBeGreaterThan(0)
    for (const text of texts) {
      const document = cleanHtml(text, { base: 'https://www.example.org/' })
      expect(JSON.stringify(parseDocument(document))).toBe(JSON.stringify({ ok: true, document }))
      expect(toPlainText(document)).not.toMatch(/<\/?(?:p|a|br|strong|ul|li|div)[ >]|&(?:nbsp|amp|quot);/)
    }
  })
})
