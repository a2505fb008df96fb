/** The languages of the site: their own names and directions. */
import type { Language } from '#app/domain/languages'

export const ownNames: Record<Language, string> = {
  it: 'Italiano',
  en: 'English',
  fr: 'Français',
  ar: 'العربية',
  sq: 'Shqip',
}

export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr'
}

/** Words inside a sentence of the other direction keep their own order, their full stop included. */
export function isolated(words: string): string {
  return `\u2068${words}\u2069`
}

/** Words in a row, parted by the comma of the language; from right to left each keeps its own order. */
export function listed(words: readonly string[], language: string): string {
  return directionOf(language) === 'rtl' ? words.map(isolated).join(commaOf(language)) : words.join(commaOf(language))
}

/** With the space that follows it. */
export function commaOf(language: string): string {
  return directionOf(language) === 'rtl' ? '، ' : ', '
}
