import { expect, test } from 'vitest'
import { rulesFrom, thresholdFor } from './rules'

test.each([
  [{ thresholdNumber: 5, thresholdShare: null }, 49_000, 5],
  [{ thresholdNumber: 5, thresholdShare: null }, null, 5],
  [{ thresholdNumber: null, thresholdShare: 30 }, 49_000, 147],
  [{ thresholdNumber: null, thresholdShare: 30 }, 49_001, 148],
  [{ thresholdNumber: null, thresholdShare: 1 }, 200, 1],
  [{ thresholdNumber: null, thresholdShare: 30 }, null, null],
  [{ thresholdNumber: 0, thresholdShare: null }, 100, 1],
])('%j of %s people asks for %s supports', (rules, population, supports) => {
  expect(thresholdFor(rules, population)).toBe(supports)
})

test('rules that are not ours are none', () => {
  expect(rulesFrom(null)).toBeNull()
  expect(rulesFrom({ supporters: 'everybody' })).toBeNull()
})
