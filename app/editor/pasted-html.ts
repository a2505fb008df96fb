/**
 * Pasted HTML with its emphasis as elements and without `style`: the content security policy blocks styles, and word
 * processors say bold, and not bold, only there. What else is pasted, the editor's schema drops.
 */
export function withoutStyles(html: string): string {
  const open: { name: string; closing: string }[] = []
  return html.replace(
    /<(\/?)([a-z][a-z0-9]*)([^<>]*)>/gi,
    (tag, slash: string, written: string, attributes: string) => {
      const name = written.toLowerCase()
      const style = styleIn.exec(attributes)
      const others = attributes.replace(styleIn, '')
      if (!emphasising.has(name)) return style ? `<${slash}${written}${others}>` : tag
      if (slash !== '') return closingOf(open, name)
      const tags = emphasisOf(name, style?.[1] ?? style?.[2] ?? '')
      open.push({
        name,
        closing: tags
          .map((each) => `</${each}>`)
          .reverse()
          .join(''),
      })
      return tags.map((each) => `<${each}>`).join('')
    },
  )
}

const styleIn = /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/i
const emphasising = new Set(['b', 'strong', 'i', 'em', 'span'])

function closingOf(open: { name: string; closing: string }[], name: string): string {
  const place = open.findLastIndex((element) => element.name === name)
  return place < 0 ? '' : (open.splice(place, 1)[0]?.closing ?? '')
}

function emphasisOf(name: string, style: string): string[] {
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase()
  const slant = /font-style\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase()
  const isBold = weight === undefined ? name === 'b' || name === 'strong' : weight === 'bold' || Number(weight) >= 600
  const isItalic = slant === undefined ? name === 'i' || name === 'em' : slant === 'italic'
  return [...(isBold ? ['b'] : []), ...(isItalic ? ['i'] : [])]
}
