/** Dates and numbers in a person's language, in Italy's time. */
import { albanianDate, albanianMonths, albanianNumber } from './albanian'

const cache = new Map<string, Intl.DateTimeFormat>()
const zone = 'Europe/Rome'

type Look = 'day' | 'weekday' | 'short' | 'time' | 'moment'

const looks: Record<Look, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  time: { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  /** A date to remember, until when or from when: with its weekday. Sentences put "fino a" before it. */
  moment: { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
}

/** Western digits in every language: dates and codes stay comparable. */
function localeOf(language: string) {
  return language === 'ar' ? 'ar-u-nu-latn' : language
}

export function formatDate(when: Date | string, language: string, look: Look = 'day'): string {
  const date = new Date(when)
  // An hour of this year needs no year beside it
  const yearless = look === 'time' || look === 'moment'
  const elsewhen = yearless && date.getUTCFullYear() !== new Date().getUTCFullYear()
  const key = `${language} ${look} ${elsewhen}`
  const known = cache.get(key)
  if (known) return known.format(date)
  const options: Intl.DateTimeFormatOptions = { ...looks[look], ...(elsewhen && { year: 'numeric' }), timeZone: zone }
  if (language === 'sq') return albanianDate(date, options)
  cache.set(key, new Intl.DateTimeFormat(localeOf(language), options))
  return formatDate(date, language, look)
}

const numbers = new Map<string, Intl.NumberFormat>()

export function formatNumber(value: number, language: string): string {
  if (language === 'sq') return albanianNumber(value)
  const known = numbers.get(language) ?? new Intl.NumberFormat(localeOf(language))
  numbers.set(language, known)
  return known.format(value)
}

/** A decimal kept as text, with all its digits but the zeros at its end: 12.50000 is 12,5. */
export function formatDecimal(text: string, language: string): string {
  const [, sign = '', whole = '', digits = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (whole === '') return text
  const shown = digits.replace(/0+$/, '')
  return `${sign}${formatNumber(Number(whole), language)}${shown && (decimalMarks[language] ?? ',')}${shown}`
}

/** A decimal amount kept as text, whole or with both its cents, cut after them: the exact figure is in the files. */
export function formatAmount(amount: string, language: string): string {
  const [whole = '0', cents = ''] = amount.split('.')
  const shown = formatNumber(Number(whole), language)
  if (/^0*$/.test(cents)) return shown
  return `${shown}${decimalMarks[language] ?? ','}${cents.slice(0, 2).padEnd(2, '0')}`
}

const decimalMarks: Record<string, string> = { en: '.', ar: '.' }

/** A day that comes back every year, as MM-DD: 14 August. */
export function formatFeast(feast: string, language: string): string {
  // A leap year, because a feast may fall on 29 February
  const date = new Date(`2024-${feast}T00:00:00Z`)
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', timeZone: 'UTC' }
  if (language === 'sq') return albanianDate(date, options)
  return new Intl.DateTimeFormat(localeOf(language), options).format(date)
}

export function monthNames(language: string): readonly string[] {
  if (language === 'sq') return albanianMonths
  const format = new Intl.DateTimeFormat(localeOf(language), { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2024, month, 1))))
}
