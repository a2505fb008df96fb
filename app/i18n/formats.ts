/** Dates and numbers in a person's language, in Italy's time. */

const cache = new Map<string, Intl.DateTimeFormat>()
const zone = 'Europe/Rome'

type Look = 'day' | 'weekday' | 'short' | 'time'

const looks: Record<Look, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  time: { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
}

/** Western digits in every language: dates and codes stay comparable. */
function localeOf(language: string) {
  return language === 'ar' ? 'ar-u-nu-latn' : language
}

export function formatDate(date: Date | string, language: string, look: Look = 'day'): string {
  const key = `${language} ${look}`
  const known = cache.get(key) ?? new Intl.DateTimeFormat(localeOf(language), { ...looks[look], timeZone: zone })
  cache.set(key, known)
  return known.format(new Date(date))
}

export function formatNumber(value: number, language: string): string {
  return new Intl.NumberFormat(localeOf(language)).format(value)
}
