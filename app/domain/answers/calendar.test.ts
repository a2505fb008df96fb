import { describe, expect, test } from 'vitest'
import { type Calendar, dayOff, easterOf, isWorkingDay, nationalDayOn, plainCalendar } from './calendar'
import { addDays, civilDateAt, isCivilDate, weekdayOf } from './civil-date'

/** Paschal full moons of 1900–2199 by golden number, as the Book of Common Prayer prints them. */
const fullMoons = [
  '04-14', '04-03', '03-23', '04-11', '03-31', '04-18', '04-08', '03-28', '04-16', '04-05',
  '03-25', '04-13', '04-02', '03-22', '04-10', '03-30', '04-17', '04-07', '03-27',
] // biome-ignore format: a table

function easterByTable(year: number) {
  let day = addDays(`${year}-${fullMoons[year % 19]}`, 1)
  while (weekdayOf(day) !== 0) day = addDays(day, 1)
  return day
}

describe('Easter', () => {
  const years = Array.from({ length: 201 }, (_, index) => 1900 + index)
  test('is the Sunday after the tabled full moon, from 1900 to 2100', () => {
    expect(years.map(easterOf)).toEqual(years.map(easterByTable))
  })

  test.each([
    [1900, '1900-04-15'],
    [1913, '1913-03-23'],
    [1943, '1943-04-25'],
    [1954, '1954-04-18'],
    [1981, '1981-04-19'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
    [2100, '2100-03-28'],
  ])('of %i falls on %s', (year, date) => {
    expect(easterOf(year)).toBe(date)
  })
})

describe('national days', () => {
  test.each([
    ['2026-01-01', 'new-year'],
    ['2026-01-06', 'epiphany'],
    ['2026-04-06', 'easter-monday'],
    ['2027-03-29', 'easter-monday'],
    ['2026-04-25', 'liberation'],
    ['2026-05-01', 'labour'],
    ['2026-06-02', 'republic'],
    ['2026-08-15', 'assumption'],
    ['2025-10-04', null],
    ['2026-10-04', 'saint-francis'],
    ['2027-10-04', 'saint-francis'],
    ['2026-11-01', 'all-saints'],
    ['2026-11-04', null],
    ['2026-12-08', 'immaculate'],
    ['2026-12-24', null],
    ['2026-12-25', 'christmas'],
    ['2026-12-26', 'saint-stephen'],
    ['2026-04-05', null],
    ['2026-03-19', null],
  ])('%s: %s', (date, day) => {
    expect(nationalDayOn(date)).toBe(day)
  })

  test('a year has twelve from 2026, eleven before', () => {
    const daysOf = (year: number) =>
      Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index))
        .filter((date) => date.startsWith(String(year)))
        .map(nationalDayOn)
        .filter(Boolean).length
    expect([2024, 2025, 2026, 2027, 2028].map(daysOf)).toEqual([11, 11, 12, 12, 12])
  })

  test('25 April on Easter Monday is one day off, with one name', () => {
    expect(easterOf(2011)).toBe('2011-04-24')
    expect(dayOff('2011-04-25', plainCalendar)).toEqual({ why: 'national', day: 'liberation' })
  })
})

const monopoli: Calendar = {
  patron: { feast: '12-16', name: 'Madonna della Madia' },
  closures: [
    { startsOn: '2026-08-10', endsOn: '2026-08-21', reason: 'Chiusura estiva' },
    { startsOn: '2026-08-14', endsOn: '2026-08-17', reason: 'Lavori' },
  ],
}

describe('days off', () => {
  test.each([
    ['a Wednesday', '2026-03-11', null],
    ['a Saturday', '2026-03-14', { why: 'weekend' }],
    ['a Sunday', '2026-03-15', { why: 'weekend' }],
    ['the patron on a Wednesday', '2026-12-16', { why: 'patron', name: 'Madonna della Madia' }],
    ['the patron on a Sunday', '2029-12-16', { why: 'weekend' }],
    ['the Monday after a patron on a Sunday', '2029-12-17', null],
    ['a national day on a Saturday', '2026-08-15', { why: 'weekend' }],
    ['the first day of a closure', '2026-08-10', { why: 'closure', reason: 'Chiusura estiva' }],
    ['two closures at once', '2026-08-14', { why: 'closure', reason: 'Chiusura estiva' }],
    ['the last day of a closure', '2026-08-21', { why: 'closure', reason: 'Chiusura estiva' }],
    ['the day after', '2026-08-24', null],
  ])('%s', (_name, date, off) => {
    expect(dayOff(date, monopoli)).toEqual(off)
    expect(isWorkingDay(date, monopoli)).toBe(off === null)
  })

  test('a patron on 29 February is off in leap years alone', () => {
    const leap: Calendar = { patron: { feast: '02-29', name: null }, closures: [] }
    expect(dayOff('2028-02-29', leap)).toEqual({ why: 'patron', name: null })
    expect(dayOff('2029-03-01', leap)).toBeNull()
  })
})

describe('civil dates', () => {
  test.each([
    ['2026-03-28T22:59:59Z', '2026-03-28'],
    ['2026-03-28T23:00:00Z', '2026-03-29'],
    ['2026-06-30T21:59:59Z', '2026-06-30'],
    ['2026-06-30T22:00:00Z', '2026-07-01'],
    ['2026-12-31T23:30:00Z', '2027-01-01'],
  ])('at %s it is %s in Italy', (instant, date) => {
    expect(civilDateAt(new Date(instant))).toBe(date)
  })

  test.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['', false],
    ['9999-01-01', false],
  ])('%s exists: %s', (date, exists) => {
    expect(isCivilDate(date)).toBe(exists)
  })
})
