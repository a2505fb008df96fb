/** How a line of a Pabulib file is cut into fields, and how its numbers are written. */
import { decimalFraction, type Fraction } from './fractions'

/** A line's fields; `open` when the last one is quoted and goes on in the next line. */
export type Cut = { fields: string[]; open: boolean }

/** Semicolons between fields; a field that starts with a quotation mark ends at the next lone one. */
export function cutLine(line: string, isInsideQuotes = false): Cut {
  if (!line.includes('"'))
    return isInsideQuotes ? { fields: [line], open: true } : { fields: line.split(';'), open: false }
  const fields: string[] = []
  let field = ''
  let at = 0
  let quoted = isInsideQuotes
  if (!quoted && line[0] === '"') {
    quoted = true
    at = 1
  }
  while (at < line.length) {
    const sign = line[at]
    if (quoted && sign === '"' && line[at + 1] === '"') {
      field += '"'
      at += 1
    } else if (quoted && sign === '"') {
      quoted = false
    } else if (!quoted && sign === ';') {
      fields.push(field)
      field = ''
      if (line[at + 1] === '"') {
        quoted = true
        at += 1
      }
    } else field += sign
    at += 1
  }
  fields.push(field)
  return { fields, open: quoted }
}

/** A line after one whose last field was open: its first field belongs to that one. */
export function cutFurther({ fields: before }: Cut, line: string): Cut {
  const { fields, open } = cutLine(line, true)
  const [first = '', ...others] = fields
  return { fields: [...before.slice(0, -1), `${before.at(-1)}\n${first}`, ...others], open }
}

/** Joins fields the way `cutLine` cuts them. */
export function joinFields(fields: readonly string[]): string {
  return fields.map((field) => (/["\n\r;]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(';')
}

/** An amount of money or a limit: a plain number, not negative, below 10^15. */
export function amount(text: string): Fraction | 'not-a-number' | 'negative' | 'absurd' {
  const value = decimalFraction(text)
  if (!value) return 'not-a-number'
  if (value.n < 0n) return 'negative'
  if (value.n >= value.d * 10n ** 15n || value.d > 10n ** 6n) return 'absurd'
  return value
}
