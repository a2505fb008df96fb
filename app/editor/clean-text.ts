/**
 * Text as we keep it: one line, no control characters (PostgreSQL refuses NUL), no lone surrogates, no characters that
 * reorder or hide what follows them, at most eight accents on one letter so that lines keep their height.
 * The marks that right-to-left writing needs (U+200E, U+200F, U+061C) and the joiners stay.
 */
export function cleanText(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu, '')
    .replace(/(\p{M}{8})\p{M}+/gu, '$1')
}
