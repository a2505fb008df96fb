/** What a mandate is called in a letter. */
import { wordsFor } from '#app/i18n/server-words.server'

export function wordsForMandate(language: string, kind: string): string {
  return wordsFor(language)(`mail.mandates.${kind}`)
}
