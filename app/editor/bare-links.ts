/** Addresses that people write out in running text, made into links. */
import { isSafeAddress } from './addresses'
import type { Inline, Mark } from './document-nodes'

const bareAddress = /\bhttps?:\/\/[^\s<>"`\\]{1,2040}/giu

export function withLinks(text: string, marks: Mark[]): Inline[] {
  if (marks.some(({ type }) => type === 'link')) return marked(text, marks)
  const found: Inline[] = []
  let from = 0
  for (const { 0: written, index } of text.matchAll(bareAddress)) {
    const href = withoutTail(written)
    if (!isSafeAddress(href)) continue
    found.push(
      ...marked(text.slice(from, index), marks),
      ...marked(href, [...marks, { type: 'link', attrs: { href } }]),
    )
    from = index + href.length
  }
  return [...found, ...marked(text.slice(from), marks)]
}

export function marked(text: string, marks: Mark[]): Inline[] {
  if (text === '') return []
  return [marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }]
}

/** A full stop or a closing bracket after an address belongs to the sentence. */
export function withoutTail(address: string): string {
  const trimmed = address.replace(/[.,;:!?'’”»*_\]]{1,20}$/, '')
  return trimmed.endsWith(')') && !trimmed.includes('(') ? trimmed.slice(0, -1) : trimmed
}
