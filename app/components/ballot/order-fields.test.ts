import { expect, test } from 'vitest'
import { placeAt } from './order-fields'

test('the first option is ranked wherever it is let go', () => {
  for (const row of [0, 1, 3]) expect(placeAt([], 'd', row)).toBe(1)
})

test('afterwards the row behind the last place parts the ranked from the others', () => {
  expect(placeAt(['a', 'b'], 'c', 0)).toBe(1)
  expect(placeAt(['a', 'b'], 'c', 2)).toBe(3)
  expect(placeAt(['a', 'b'], 'c', 3)).toBe(0)
  expect(placeAt(['a', 'b'], 'a', 1)).toBe(2)
})
