/** Dates and numbers in Albanian, written out here: some browsers do not know the language, and would say them in English. */

const months = 'janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor'.split(' ')
const shortMonths = 'jan shk mar pri maj qer korr gush sht tet nën dhj'.split(' ')
const weekdays: Record<string, string> = {
  Mon: 'e hënë',
  Tue: 'e martë',
  Wed: 'e mërkurë',
  Thu: 'e enjte',
  Fri: 'e premte',
  Sat: 'e shtunë',
  Sun: 'e diel',
}

export const albanianMonths: readonly string[] = months

/** What is asked for, in the order of the language: e shtunë, 28 nëntor 2026 në 20:52. */
export function albanianDate(date: Date, { weekday, month, year, hour, timeZone }: Intl.DateTimeFormatOptions): string {
  const parts = readerIn(timeZone).formatToParts(date)
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.find(({ type }) => type === name)?.value ?? ''
  const words = [
    weekday && `${weekdays[part('weekday')]},`,
    String(Number(part('day'))),
    (month === 'short' ? shortMonths : months)[Number(part('month')) - 1],
    year && part('year'),
    hour && `në ${part('hour')}:${part('minute')}`,
  ]
  return words.filter(Boolean).join(' ')
}

const readers = new Map<string | undefined, Intl.DateTimeFormat>()

/** The numbers of a date, which every browser can read off. */
function readerIn(timeZone: string | undefined) {
  const known =
    readers.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'numeric',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    })
  readers.set(timeZone, known)
  return known
}

/** Groups of three behind a space that does not break, and a decimal comma. */
export function albanianNumber(value: number): string {
  return new Intl.NumberFormat('de').format(value).replaceAll('.', '\u00A0')
}
