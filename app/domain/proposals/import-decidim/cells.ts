/** Cells of an export: several languages in several columns, times with a zone, numbers, yes and no. */
import { cleanText } from '#app/domain/text'

export type Cells = Record<string, string>
export type Translation = { language: string; text: string }

/** Languages read here come first, then the file's own order. */
const preferred = ['it', 'en', 'fr', 'ar', 'sq']

/** A field's texts by language, without empty ones and repetitions. A column without a language has none: `''`. */
export function translationsOf(cells: Cells, field: string): Translation[] {
  const found: Translation[] = []
  for (const [name, cell] of Object.entries(cells)) {
    const language = name === field ? '' : languageIn(name, field)
    const text = cleanText(cell).trim()
    if (language === null || !text || found.some((other) => other.text === text)) continue
    found.push({ language, text })
  }
  const rank = ({ language }: Translation) => (preferred.includes(language) ? preferred.indexOf(language) : 99)
  return found.sort((one, other) => rank(one) - rank(other))
}

function languageIn(name: string, field: string): string | null {
  const language = name.startsWith(`${field}/`) ? name.slice(field.length + 1) : ''
  return /^[a-z]{2,3}([-_][A-Za-z]{2,4})?$/.test(language) ? language.replace('_', '-') : null
}

/** The first of these columns that is there and says something: exports renamed some over the years. */
export function firstOf(cells: Cells, ...names: string[]): string {
  for (const name of names) {
    const cell = cleanText(cells[name] ?? '').trim()
    if (cell) return cell
  }
  return ''
}

/** `2017-10-16 07:18:14 UTC`, `2018-01-25 09:58:24 +0100`, `2017-12-20`; null when it is no time. */
export function timeIn(cell: string): Date | null {
  const [, day, clock = '00:00:00', zone = 'UTC'] =
    /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d)(?:\.\d+)?(?: ?(UTC|Z|[+-]\d\d:?\d\d))?)?$/.exec(cell.trim()) ?? []
  if (!day) return null
  const offset = /^[+-]/.test(zone) ? zone.replace(/(\d\d):?(\d\d)$/, '$1:$2') : 'Z'
  const time = new Date(`${day}T${clock}${offset}`)
  return Number.isNaN(time.getTime()) || time.getTime() < 0 ? null : time
}

/** Absent counts as none; null when it is no whole number. */
export function countIn(cell: string): number | null {
  if (cell === '') return 0
  return /^\d{1,9}$/.test(cell) ? Number(cell) : null
}

/** Spreadsheets write it in capitals. */
export function isYes(cell: string): boolean {
  return /^(true|t|1)$/i.test(cell.trim())
}
