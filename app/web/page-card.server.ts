/** What a page says of itself to search engines, and wherever its address is shared: Open Graph, without a picture. */
import type { Language } from '#app/domain/languages'
import { env } from '#app/env.server'

type Card = {
  title: string
  /** One line or many: only the first words are told */
  description: string
  path: string
  /** The language that title and description are in */
  language: string
  type?: 'article' | 'website'
}

const locales: Record<Language, string> = { it: 'it_IT', en: 'en_GB', fr: 'fr_FR', ar: 'ar_AR', sq: 'sq_AL' }
const longest = 200

export function cardOf({ title, description, path, language, type = 'website' }: Card) {
  const told = firstWords(description)
  return [
    ...(told ? [{ name: 'description', content: told }] : []),
    { property: 'og:site_name', content: 'Agorà' },
    { property: 'og:title', content: title },
    ...(told ? [{ property: 'og:description', content: told }] : []),
    { property: 'og:type', content: type },
    { property: 'og:url', content: fullAddress(path) },
    { property: 'og:locale', content: locales[language as Language] ?? locales.it },
  ]
}

/** The address that others can use, wherever this request came from. */
export function fullAddress(path: string): string {
  return env.origin + path
}

function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/\s\S*$/, '')} …`
}
