/** The languages of the platform, in the order they are offered. */

export const languages = ['it', 'en', 'fr', 'ar', 'sq'] as const
export type Language = (typeof languages)[number]

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language)
}
