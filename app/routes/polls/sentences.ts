/** The count's own sentences in the reader's words, with names instead of keys. */
import { type Content, keysOn } from '#app/domain/polls/ballot'
import type { Terms } from '#app/domain/polls/terms'
import { formatDecimal } from '#app/i18n/formats'
import { listed } from '#app/i18n/languages'
import { useLanguage, useWords } from '#app/i18n/use-words'
import type { Words } from '#app/i18n/words'

export type Names = Record<string, string>
type Told = { key: string; option?: string; values: Record<string, unknown> }

export function namesOf({ rule, options }: Pick<Terms, 'rule' | 'options'>, t: Words): Names {
  return Object.fromEntries(
    options.map(({ key, title }) => [key, rule === 'yes-no' ? t(`polls.answer.${key}`) : title]),
  )
}

/** Values that hold keys of options. */
const keyed = new Set(['by', 'with', 'winner', 'loser', 'stoppedAt'])

export function useSentence(names: Names, currency: string) {
  const t = useWords()
  const reading = useLanguage()
  const named = (value: unknown) =>
    Array.isArray(value) ? namesIn(value.map(String), names, reading) : (names[String(value)] ?? String(value))
  return ({ key, option, values }: Told) =>
    endedOnce(
      t(`polls.${key}`, {
        ...Object.fromEntries(
          Object.entries(values).map(([name, value]) => [
            name,
            keyed.has(name) ? named(value) : inDigits(value, reading),
          ]),
        ),
        ...(typeof values.base === 'string' && { base: t(`polls.base.${values.base}`) }),
        currency,
        option: option === undefined ? '' : (names[option] ?? option),
      }),
    )
}

/** Options by their names, as a list. */
export function namesIn(keys: readonly string[], names: Names, reading: string): string {
  return listed(
    keys.map((key) => names[key] ?? key),
    reading,
  )
}

/** A name that ends with a full stop ends its sentence too; three of them are not an end. */
export function endedOnce(sentence: string): string {
  return sentence.replace(/(?<!\.)\.(\u2069?)\.(?!\.)/g, '.$1')
}

/** Numbers as the reader writes them, with every digit that was counted. */
function inDigits(value: unknown, reading: string) {
  return /^\d{1,15}(\.\d+)?$/.test(String(value)) ? formatDecimal(String(value), reading) : value
}

/** Options as they were named, each with its points where there are some. */
export function saidOn(content: Content, names: Names, language: string): string {
  const points = 'points' in content ? content.points : null
  const named = points ? Object.keys(points) : keysOn(content)
  return listed(
    named.map((key) => (points ? `${names[key] ?? key}: ${points[key]}` : (names[key] ?? key))),
    language,
  )
}
