/** What each HTML element means for a document; elements not listed here are looked through. */
export type Meaning =
  | 'block'
  | 'heading'
  | 'bullets'
  | 'numbers'
  | 'item'
  | 'quotation'
  | 'row'
  | 'cell'
  | 'verbatim'
  | 'bold'
  | 'italic'
  | 'link'
  | 'break'
  | 'rule'
  | 'picture'
  | 'embed'
  | 'nothing'

const elements: Record<Meaning, string> = {
  block:
    'address article aside body caption center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'header hgroup html legend main nav p section summary table tbody tfoot thead',
  heading: 'h1 h2 h3 h4 h5 h6',
  bullets: 'ul menu dir',
  numbers: 'ol',
  item: 'li',
  quotation: 'blockquote',
  row: 'tr',
  cell: 'td th',
  verbatim: 'pre listing',
  bold: 'b strong',
  italic: 'i em',
  link: 'a',
  break: 'br',
  rule: 'hr',
  picture: 'img',
  embed: 'iframe embed object video audio',
  nothing:
    'applet canvas head math noembed noframes noscript plaintext script select style svg template textarea title xml xmp',
}

const meanings = new Map<string, Meaning>(
  (Object.entries(elements) as [Meaning, string][]).flatMap(([meaning, names]) =>
    names.split(' ').map((name): [string, Meaning] => [name, meaning]),
  ),
)

export function meaningOf(element: string): Meaning | undefined {
  return meanings.get(element)
}

/** True for text whose paragraphs are marked by elements; otherwise its line breaks say where they end. */
export function hasBlockElements(html: string): boolean {
  return /<(?:p|div|br|ul|ol|li|table|blockquote|pre|section|article|h[1-6])[\s/>]/i.test(html)
}

export function hasElements(html: string): boolean {
  return /<[a-z!/?]/i.test(html)
}
