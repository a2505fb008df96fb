import { expect, test } from 'vitest'
import { saidOn } from './sentences'

const names = { 1: 'Alberi', 2: 'Fontana' }

test('who gave points is told with the points', () => {
  expect(saidOn({ points: { 1: 5, 2: 1 } }, names)).toBe('Alberi: 5, Fontana: 1')
  expect(saidOn({ points: { 1: 1, 2: 5 } }, names)).toBe('Alberi: 1, Fontana: 5')
  expect(saidOn({ order: ['2', '1'] }, names)).toBe('Fontana, Alberi')
})
