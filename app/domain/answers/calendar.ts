/** Which days an Italian office works, and why it does not on the others. */
import { addDays, type CivilDate, dateOfDay, dayNumber, weekdayOf } from './civil-date'

export const nationalDays = [
  'new-year',
  'epiphany',
  'easter-monday',
  'liberation',
  'labour',
  'republic',
  'assumption',
  'saint-francis',
  'all-saints',
  'immaculate',
  'christmas',
  'saint-stephen',
] as const
export type NationalDay = (typeof nationalDays)[number]

/** Days, both included, on which an office is shut. */
export type Closure = { startsOn: CivilDate; endsOn: CivilDate; reason: string }
export type Patron = { /** MM-DD */ feast: string; name: string | null }
export type Calendar = { patron: Patron | null; closures: readonly Closure[] }

export type DayOff =
  | { why: 'weekend' }
  | { why: 'national'; day: NationalDay }
  | { why: 'patron'; name: string | null }
  | { why: 'closure'; reason: string }

/** National days alone: for when nobody knows the comune or the office. */
export const plainCalendar: Calendar = { patron: null, closures: [] }

/** Why nobody works on this day, or null on a working day. A Sunday is a Sunday first, whatever falls on it. */
export function dayOff(date: CivilDate, { patron, closures }: Calendar): DayOff | null {
  const weekday = weekdayOf(date)
  if (weekday === 0 || weekday === 6) return { why: 'weekend' }
  const national = nationalDayOn(date)
  if (national) return { why: 'national', day: national }
  if (patron && date.slice(5) === patron.feast) return { why: 'patron', name: patron.name }
  const closure = closures.find(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn)
  return closure ? { why: 'closure', reason: closure.reason } : null
}

export function isWorkingDay(date: CivilDate, calendar: Calendar): boolean {
  return dayOff(date, calendar) === null
}

export function nationalDayOn(date: CivilDate): NationalDay | null {
  const year = Number(date.slice(0, 4))
  const fixed = fixedDays[date.slice(5)]
  if (fixed) return fixed === 'saint-francis' && year < firstSaintFrancis ? null : fixed
  return date === addDays(easterOf(year), 1) ? 'easter-monday' : null
}

/** L. 260/1949 as it stands, without the days that L. 54/1977 took away. */
const fixedDays: Record<string, NationalDay> = {
  '01-01': 'new-year',
  '01-06': 'epiphany',
  '04-25': 'liberation',
  '05-01': 'labour',
  '06-02': 'republic',
  '08-15': 'assumption',
  '10-04': 'saint-francis',
  '11-01': 'all-saints',
  '12-08': 'immaculate',
  '12-25': 'christmas',
  '12-26': 'saint-stephen',
}

/** L. 151/2025, in force from 1 January 2026. */
const firstSaintFrancis = 2026

/** Easter Sunday of the Gregorian calendar: the anonymous algorithm in Nature, 20 April 1876. */
export function easterOf(year: number): CivilDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const sinceMarch = epact + toSunday - 7 * late + 114
  const month = Math.floor(sinceMarch / 31)
  return dateOfDay(dayNumber(`${year}-0${month}-01`) + (sinceMarch % 31))
}
