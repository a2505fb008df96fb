/** When an answer is due, counted in working days from the day after the clock starts, and how it stands. */
import { type Calendar, type DayOff, dayOff, isWorkingDay, plainCalendar } from './calendar'
import { addDays, type CivilDate, civilDateAt } from './civil-date'

/** A run of days skipped for one reason; weekends are only counted. */
export type Skipped = { from: CivilDate; to: CivilDate } & Exclude<DayOff, { why: 'weekend' }>

export type Computation = {
  /** The day on which the clock started: it does not count */
  startedOn: CivilDate
  workingDays: number
  firstCounted: CivilDate
  /** Saturdays and Sundays in between */
  weekendDays: number
  skipped: Skipped[]
  dueOn: CivilDate
}

export type Due = { dueOn: CivilDate; computation: Computation }

/** No clock runs longer: a calendar with an office shut for years is a mistake. */
const longestWait = 5000

/** The due date, with every day that was skipped and why. A start given as an instant is the day it is in Italy. */
export function dueAt(start: Date | CivilDate, workingDays: number, calendar: Calendar): Due {
  const startedOn = typeof start === 'string' ? start : civilDateAt(start)
  const skipped: Skipped[] = []
  let firstCounted: CivilDate | null = null
  let weekendDays = 0
  let counted = 0
  let day = startedOn
  for (let waited = 0; counted < workingDays && waited < longestWait; waited++) {
    day = addDays(day, 1)
    const off = dayOff(day, calendar)
    if (off === null) {
      counted++
      firstCounted ??= day
    } else if (off.why === 'weekend') weekendDays++
    else addSkipped(skipped, day, off)
  }
  if (counted < workingDays) throw new Error('This calendar has no working days')
  return {
    dueOn: day,
    computation: { startedOn, workingDays, firstCounted: firstCounted ?? day, weekendDays, skipped, dueOn: day },
  }
}

function addSkipped(skipped: Skipped[], day: CivilDate, off: Exclude<DayOff, { why: 'weekend' }>) {
  const last = skipped.at(-1)
  // A closure over a weekend is still one closure
  if (last?.why === 'closure' && off.why === 'closure' && last.reason === off.reason && daysApart(last.to, day) <= 3)
    last.to = day
  else skipped.push({ from: day, to: day, ...off })
}

function daysApart(from: CivilDate, to: CivilDate) {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}

/** Working days after `from` up to and including `to`; negative when `to` comes first, 0 on the same day. */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: Calendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar)
  let days = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) days++
  return days
}

export const standings = ['in-time', 'soon', 'late', 'very-late'] as const
export type Standing = (typeof standings)[number]

/** An answer is due soon from this many working days before its date, and very late from this many after it. */
export const soonDays = 10
export const veryLateDays = 20

/** How an answer stands; once given, it was in time or late for good. Derived, never stored. */
export function standing(
  now: Date,
  dueOn: CivilDate,
  answeredOn: CivilDate | null,
  calendar: Calendar = plainCalendar,
): Standing {
  const today = answeredOn ?? civilDateAt(now)
  if (today > dueOn) return workingDaysBetween(dueOn, today, calendar) > veryLateDays ? 'very-late' : 'late'
  if (answeredOn) return 'in-time'
  return workingDaysBetween(today, dueOn, calendar) <= soonDays ? 'soon' : 'in-time'
}

/** Working days still to go; negative when the date has passed. */
export function daysLeft(now: Date, dueOn: CivilDate, calendar: Calendar = plainCalendar): number {
  return workingDaysBetween(civilDateAt(now), dueOn, calendar)
}
