import { describe, expect, test } from 'vitest'
import { type Calendar, plainCalendar } from './calendar'
import { daysLeft, dueAt, standing, workingDaysBetween } from './clock'

const monopoli: Calendar = { patron: { feast: '12-16', name: 'Madonna della Madia' }, closures: [] }
const shutInAugust: Calendar = {
  patron: null,
  closures: [
    { startsOn: '2026-08-06', endsOn: '2026-08-18', reason: 'Ferie' },
    { startsOn: '2026-08-17', endsOn: '2026-08-20', reason: 'Lavori' },
  ],
}

describe('due dates', () => {
  test.each<[string, string, number, Calendar, string]>([
    ['the next day', '2026-03-10', 1, plainCalendar, '2026-03-11'],
    ['from a Friday', '2026-03-13', 1, plainCalendar, '2026-03-16'],
    ['from a Sunday', '2026-03-15', 1, plainCalendar, '2026-03-16'],
    ['a week without holidays', '2026-03-10', 5, plainCalendar, '2026-03-17'],
    ['thirty days without holidays', '2026-09-01', 23, plainCalendar, '2026-10-02'],
    ['over Easter', '2026-04-02', 2, plainCalendar, '2026-04-07'],
    ['over Christmas', '2025-12-22', 10, plainCalendar, '2026-01-09'],
    ['thirty days over Christmas and the patron', '2026-12-01', 30, monopoli, '2027-01-19'],
    ['the same without the patron', '2026-12-01', 30, plainCalendar, '2027-01-18'],
    ['two closures that overlap, over Ferragosto', '2026-08-05', 1, shutInAugust, '2026-08-21'],
    ['from within a closure', '2026-08-10', 2, shutInAugust, '2026-08-24'],
  ])('%s', (_name, start, days, calendar, due) => {
    expect(dueAt(start, days, calendar).dueOn).toBe(due)
    // The other way round: between start and due lie as many working days
    expect(workingDaysBetween(start, due, calendar)).toBe(days)
  })

  test('an instant late in the evening starts on the Italian day', () => {
    expect(dueAt(new Date('2026-03-10T22:59:00Z'), 1, plainCalendar).dueOn).toBe('2026-03-11')
    expect(dueAt(new Date('2026-03-10T23:01:00Z'), 1, plainCalendar).dueOn).toBe('2026-03-12')
  })

  test('the computation accounts for every day in between', () => {
    const { computation } = dueAt('2026-12-01', 30, monopoli)
    expect(computation).toEqual({
      startedOn: '2026-12-01',
      workingDays: 30,
      firstCounted: '2026-12-02',
      weekendDays: 12 + 2,
      skipped: [
        { from: '2026-12-08', to: '2026-12-08', why: 'national', day: 'immaculate' },
        { from: '2026-12-16', to: '2026-12-16', why: 'patron', name: 'Madonna della Madia' },
        { from: '2026-12-25', to: '2026-12-25', why: 'national', day: 'christmas' },
        { from: '2027-01-01', to: '2027-01-01', why: 'national', day: 'new-year' },
        { from: '2027-01-06', to: '2027-01-06', why: 'national', day: 'epiphany' },
      ],
      dueOn: '2027-01-19',
    })
  })

  test('a closure over weekends is told as one', () => {
    const { computation } = dueAt('2026-08-05', 1, shutInAugust)
    expect(computation.skipped).toEqual([
      { from: '2026-08-06', to: '2026-08-18', why: 'closure', reason: 'Ferie' },
      { from: '2026-08-19', to: '2026-08-20', why: 'closure', reason: 'Lavori' },
    ])
    expect(computation.firstCounted).toBe('2026-08-21')
  })

  test('an office that never opens is an error, not an endless count', () => {
    const shut: Calendar = { patron: null, closures: [{ startsOn: '2000-01-01', endsOn: '2999-12-31', reason: 'x' }] }
    expect(() => dueAt('2026-01-01', 1, shut)).toThrow(/no working days/)
  })
})

test('working days between run both ways', () => {
  expect(workingDaysBetween('2026-03-10', '2026-03-10', plainCalendar)).toBe(0)
  expect(workingDaysBetween('2026-03-13', '2026-03-16', plainCalendar)).toBe(1)
  expect(workingDaysBetween('2026-03-16', '2026-03-13', plainCalendar)).toBe(-1)
  expect(workingDaysBetween('2026-03-14', '2026-03-15', plainCalendar)).toBe(0)
})

describe('standing', () => {
  const due = '2026-03-31'
  test.each([
    ['2026-03-16T12:00:00Z', null, 'in-time', 11],
    ['2026-03-17T12:00:00Z', null, 'soon', 10],
    ['2026-03-31T12:00:00Z', null, 'soon', 0],
    ['2026-03-31T21:59:00Z', null, 'soon', 0],
    ['2026-03-31T22:01:00Z', null, 'late', -1],
    ['2026-04-29T12:00:00Z', null, 'late', -20],
    ['2026-04-30T12:00:00Z', null, 'very-late', -21],
    ['2027-01-01T12:00:00Z', '2026-03-31', 'in-time', undefined],
    ['2027-01-01T12:00:00Z', '2026-03-20', 'in-time', undefined],
    ['2027-01-01T12:00:00Z', '2026-04-01', 'late', undefined],
    ['2027-01-01T12:00:00Z', '2026-06-01', 'very-late', undefined],
  ])('at %s, answered %s: %s', (now, answeredOn, stands, left) => {
    expect(standing(new Date(now), due, answeredOn)).toBe(stands)
    if (left !== undefined) expect(daysLeft(new Date(now), due)).toBe(left)
  })
})
