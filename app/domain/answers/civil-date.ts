/** Days as the calendar on the wall has them: YYYY-MM-DD, without hours or zones. */

export type CivilDate = string

const day = 86_400_000

/** Whole days since 1 January 1970. */
export function dayNumber(date: CivilDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / day)
}

export function dateOfDay(number: number): CivilDate {
  return new Date(number * day).toISOString().slice(0, 10)
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOfDay(dayNumber(date) + days)
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(date: CivilDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7
}

const inRome = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Rome',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day it is in Italy at this instant. */
export function civilDateAt(instant: Date): CivilDate {
  return inRome.format(instant)
}

/** A date column as the database gives it: midnight in UTC. */
export function fromColumn(column: Date): CivilDate {
  return column.toISOString().slice(0, 10)
}

export function toColumn(date: CivilDate): Date {
  return new Date(`${date}T00:00:00Z`)
}

/** A day that exists: 30 February does not. */
export function isCivilDate(value: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(value)) return false
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value
}
