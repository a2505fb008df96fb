import { expect, test } from 'vitest'
import { isClosureFit, overlap } from './policy'

const day = (date: string) => new Date(`${date}T00:00:00Z`)
const days = (startsOn: string, endsOn: string | null) => ({
  startsOn: day(startsOn),
  endsOn: endsOn ? day(endsOn) : null,
})

test.each([
  [days('2026-01-01', null), days('2030-01-01', null), true],
  [days('2026-01-01', '2026-01-31'), days('2026-01-31', null), true],
  [days('2026-01-01', '2026-01-31'), days('2026-02-01', null), false],
  [days('2026-02-01', null), days('2026-01-01', '2026-01-31'), false],
  [days('2026-01-10', '2026-01-11'), days('2026-01-01', '2026-01-31'), true],
])('%o and %o overlap: %s', (one, other, expected) => {
  expect(overlap(one, other)).toBe(expected)
})

test.each([
  ['2026-08-10', '2026-08-10', true],
  ['2026-08-10', '2026-08-09', 'office.ends-before-it-starts'],
  ['2026-08-01', '2026-09-29', true],
  ['2026-08-01', '2026-09-30', 'office.closure-too-long'],
])('shut from %s to %s: %s', (startsOn, endsOn, verdict) => {
  expect(isClosureFit({ startsOn: day(startsOn), endsOn: day(endsOn) })).toBe(verdict)
})
