/** The count's own sentences in the reader's words, with names instead of keys. */
import type { Terms } from '#app/domain/polls/terms'
import { formatNumber } from '#app/i18n/formats'
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
    Array.isArray(value)
      ? value.map((key) => names[String(key)] ?? key).join(', ')
      : (names[String(value)] ?? String(value))
  return ({ key, option, values }: Told) =>
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
    })
}

/** Whole numbers in the reader's digits; decimals stay as they were counted, to be compared with the files. */
function inDigits(value: unknown, reading: string) {
  return /^\d{1,15}$/.test(String(value)) ? formatNumber(Number(value), reading) : value
}
