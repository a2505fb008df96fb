/** What a mandate is called in a letter. */
import { formatDate } from '#app/i18n/formats'
import { wordsFor } from '#app/i18n/server-words.server'

export type MandateDays = { from: Date | null; until: Date | null }

/** Its days are named where it does not begin at once, or ends. */
export function wordsForMandate(language: string, kind: string, { from, until }: MandateDays) {
  const t = wordsFor(language)
  const role = t(`mail.mandates.${kind}`)
  const named = [from && 'from', until && 'until'].filter(Boolean).join('-')
  if (!named) return role
  const day = (date: Date | null) => date && formatDate(date, language)
  return t(`mail.mandate-days.${named}`, { role, from: day(from), until: day(until) })
}
