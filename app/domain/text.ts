/** Words that people type: bounded, without NUL, control characters or broken surrogates. */
import { z } from 'zod'
import { languages } from './languages'

const broken =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
/** Marks that turn the reading direction and would disguise a text: overrides and isolates. */
const turning = /[\u202A-\u202E\u2066-\u2069]/g

/** Takes out what no text needs; line ends become \n. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(broken, '').replace(turning, '')
}

/** Cleaned, unless it is far too long: that is seen before every sign of it is looked at. */
function cleanWithin(max: number, value: string, context: z.core.ParsePayload): string {
  if (value.length <= 2 * max + 1000) return cleanText(value)
  context.issues.push(tooLong(max, value))
  return z.NEVER
}

const tooLong = (maximum: number, input: unknown) =>
  ({ code: 'too_big', origin: 'string', maximum, inclusive: true, input }) as const

/** A required text of at least `min` and at most `max` characters. */
export function text(max: number, min = 1) {
  return z
    .string()
    .transform((value, context) => cleanWithin(max, value, context))
    .pipe(z.string().trim().min(min).max(max))
}

/** An optional text; empty becomes null. */
export function optionalText(max: number) {
  return maybeText(max)
    .transform((value) => value.trim())
    .transform((value) => value || null)
}

/**
 * Any length down to nothing, spaces kept. The length is judged inside the transform: a second string schema would
 * take a form's empty field for an absent one.
 */
export function maybeText(max: number) {
  return z
    .string()
    .optional()
    .transform((value, context) => {
      const clean = cleanWithin(max, value ?? '', context)
      if (context.issues.length > 0 || clean.trim().length <= max) return clean
      context.issues.push(tooLong(max, value))
      return z.NEVER
    })
}

export const languageField = z.enum(languages)
