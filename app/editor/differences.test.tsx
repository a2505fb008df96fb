import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { differences, hasChanged, type Part, wordDifferences } from './differences'
import { type Document, fromPlainText } from './document'
import { linesOf } from './document-lines'
import { RenderedDifferences } from './render-differences'

const labels = { added: 'aggiunto:', removed: 'tolto:', end: 'fine' }
const between = (before: string, after: string) => differences(fromPlainText(before), fromPlainText(after))
const told = (before: string, after: string) =>
  between(before, after).map((change) =>
    change.kind === 'changed'
      ? change.parts.map(inSigns).join('')
      : inSigns({ kind: change.kind, text: change.line.text }),
  )
const inSigns = ({ kind, text }: Part) => (kind === 'added' ? `{+${text}+}` : kind === 'removed' ? `[-${text}-]` : text)
const words = (before: string, after: string) =>
  wordDifferences(before, after, { left: 1_000_000 }).map(inSigns).join('')

describe('the words that changed', () => {
  it.each([
    ['', '', ''],
    ['uguale', 'uguale', 'uguale'],
    ['', 'nuovo', '{+nuovo+}'],
    ['Serve un mediatore.', 'Serve una mediatrice.', 'Serve [-un mediatore-]{+una mediatrice+}.'],
    ['Apre lunedì', 'Apre ogni lunedì', 'Apre {+ogni +}lunedì'],
    ['dell’ospedale', 'dell’ospedale nuovo', 'dell’ospedale{+ nuovo+}'],
    ['costa 1.500 euro', 'costa 2.500 euro', 'costa [-1-]{+2+}.500 euro'],
    ['مرحبا بكم', 'مرحبا بك', 'مرحبا [-بكم-]{+بك+}'],
  ])('from %j to %j', (before, after, signs) => expect(words(before, after)).toBe(signs))
})

describe('what changed in a document', () => {
  it('is nothing, or a paragraph, or words of it', () => {
    expect(hasChanged(between('a\n\nb', 'a\n\nb'))).toBe(false)
    expect(told('a\n\nc', 'a\n\nb\n\nc')).toEqual(['a', '{+b+}', 'c'])
    expect(told('a\n\nb\n\nc', 'a\n\nc')).toEqual(['a', '[-b-]', 'c'])
    expect(told('Lo sportello apre il lunedì', 'Lo sportello apre il martedì')).toEqual([
      'Lo sportello apre il [-lunedì-]{+martedì+}',
    ])
    expect(told('tutto diverso da prima', 'nessuna parola uguale')).toEqual([
      '[-tutto diverso da prima-]',
      '{+nessuna parola uguale+}',
    ])
  })

  it('matches each paragraph with the one it comes from', () =>
    expect(
      told(
        'Il parco resta aperto di sera\n\nLa scuola riceve dieci libri',
        'Una premessa nuova\n\nIl parco resta aperto di notte\n\nLa scuola riceve venti libri',
      ),
    ).toEqual([
      '{+Una premessa nuova+}',
      'Il parco resta aperto di [-sera-]{+notte+}',
      'La scuola riceve [-dieci-]{+venti+} libri',
    ]))

  it('shows where a link leads now, and a heading that became a paragraph', () => {
    expect(told('[qui](https://a.it)', '[qui](https://b.it)')[0]).toContain('[-a-]{+b+}')
    expect(told('## Titolo', 'Titolo')).toEqual(['[-Titolo-]', '{+Titolo+}'])
    expect(hasChanged(between('**a**', 'a'))).toBe(false)
    expect(hasChanged(between('![a](/files/a =1x1)', '![a](/files/b =1x1)'))).toBe(true)
  })

  it('always holds both versions, whatever they are', () => {
    let seed = 42
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((seed / 2_147_483_648) * below)
    }
    const vocabulary = ['a', 'b', 'c', 'acqua', 'bene', '1.', 'è', '(x)']
    const text = () =>
      Array.from({ length: random(8) }, () =>
        Array.from({ length: 1 + random(9) }, () => vocabulary[random(8)]).join(' '),
      ).join('\n\n')
    for (let round = 0; round < 500; round += 1) {
      const [before, after] = [fromPlainText(text()), fromPlainText(text())]
      const changes = differences(before, after)
      const side = (skip: Part['kind']) =>
        changes.flatMap((change) =>
          change.kind === 'changed'
            ? [
                change.parts
                  .filter((part) => part.kind !== skip)
                  .map((part) => part.text)
                  .join(''),
              ]
            : change.kind === skip
              ? []
              : [change.line.text],
        )
      expect(side('added')).toEqual(linesOf(before).map((line) => line.text))
      expect(side('removed')).toEqual(linesOf(after).map((line) => line.text))
    }
  })

  it.each<[string, (side: number) => string]>([
    [
      'two texts with nothing in common',
      (side) => Array.from({ length: 2_400 }, (_, n) => `w${n}x${side}`).join('\n\n'),
    ],
    [
      'two paragraphs of 30,000 words',
      (side) => Array.from({ length: 15_000 }, (_, n) => (n % 2 ? 'a' : `w${n * side}`)).join(' '),
    ],
    [
      '2,400 equal lines, moved',
      (side) => (side ? 'x\n\n'.repeat(2_400) : `y\n\n${'x\n\n'.repeat(1_200)}z\n\n${'x\n\n'.repeat(1_100)}`),
    ],
    [
      'a list shuffled',
      (side) => Array.from({ length: 2_400 }, (_, n) => `- item ${(n * (side ? 7 : 11)) % 2_400}`).join('\n'),
    ],
    [
      '40 long paragraphs, each changed',
      (side) =>
        Array.from({ length: 40 }, (_, n) =>
          Array.from({ length: 400 }, (_, m) => `w${(n * m * (side + 3)) % 97}`).join(' '),
        ).join('\n\n'),
    ],
  ])('is told, however much changed: %s', (_name, make) => {
    const [before, after] = [fromPlainText(make(0)), fromPlainText(make(1))]
    expect(hasChanged(differences(before, after))).toBe(true)
  })
})

describe('differences on the page', () => {
  const shown = (before: string, after: string) =>
    renderToStaticMarkup(<RenderedDifferences changes={between(before, after)} labels={labels} lang="it" />)

  it('are told in words too', () =>
    expect(shown('Apre il lunedì', 'Apre il martedì')).toBe(
      '<div class="document-text document-differences" lang="it"><p dir="auto">Apre il ' +
        '<del><bdi class="visually-hidden">tolto: </bdi>lunedì<bdi class="visually-hidden"> fine </bdi></del>' +
        '<ins><bdi class="visually-hidden">aggiunto: </bdi>martedì<bdi class="visually-hidden"> fine </bdi></ins></p></div>',
    ))

  it('keep lists, headings and quotations', () => {
    const html = shown('## A\n\n- a\n- b\n\n> c', '## A\n\n- a\n- b\n\n> c')
    expect(html).toContain(
      '<h2 dir="auto">A</h2><ul dir="ltr"><li dir="auto" data-depth="1">a</li><li dir="auto" data-depth="1">b</li></ul><blockquote><p dir="auto">c</p></blockquote>',
    )
  })

  it('run as their words do, on a page of another direction', () =>
    expect(shown('- واحد', '- واحد\n- اثنان')).toContain('<ul dir="rtl">'))

  it('write words as words', () => {
    const document = (text: string): Document => ({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    })
    const changes = differences(document('a'), document('<script>alert(1)</script>'))
    expect(renderToStaticMarkup(<RenderedDifferences changes={changes} labels={labels} />)).not.toContain('<script>')
  })
})
