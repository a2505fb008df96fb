/** One line of comma-separated cells (RFC 4180), or of cells separated by semicolons or tabs. */
import { InputFault } from './faults'

/** The separator that the head uses most, outside quotes. */
export function separatorOf(head: string): string {
  const bare = head.replace(/"[^"]*"/g, '')
  const count = (separator: string) => bare.split(separator).length
  return [',', ';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best))
}

export function cellsOf(text: string, separator: string, line: number): string[] {
  if (!text.includes('"')) return text.split(separator)
  const cells: string[] = []
  let at = 0
  while (at <= text.length) {
    if (text[at] === '"') {
      const [cell, end] = quoted(text, at, line)
      cells.push(cell)
      if (end < text.length && text[end] !== separator)
        throw new InputFault(line, 'a quoted cell goes on after its quote')
      at = end + 1
    } else {
      const next = text.indexOf(separator, at)
      const end = next < 0 ? text.length : next
      cells.push(text.slice(at, end))
      at = end + 1
    }
  }
  return cells
}

export function writeCell(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}

function quoted(text: string, start: number, line: number): [cell: string, end: number] {
  let cell = ''
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) throw new InputFault(line, 'a quoted cell does not end on its line')
    cell += text.slice(at, quote)
    if (text[quote + 1] !== '"') return [cell, quote + 1]
    cell += '"'
    at = quote + 2
  }
}
