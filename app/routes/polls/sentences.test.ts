import { expect, test } from 'vitest'
import { endedOnce, namesIn, saidOn } from './sentences'

const names = { 1: 'Alberi', 2: 'Fontana' }

test('who gave points is told with the points', () => {
  expect(saidOn({ points: { 1: 5, 2: 1 } }, names, 'it')).toBe('Alberi: 5, Fontana: 1')
  expect(saidOn({ points: { 1: 1, 2: 5 } }, names, 'it')).toBe('Alberi: 1, Fontana: 5')
  expect(saidOn({ order: ['2', '1'] }, names, 'it')).toBe('Fontana, Alberi')
})

test('a name that ends with a full stop ends its sentence too, also on its own in a list', () => {
  const stopped = { 1: 'Alberi', 2: 'Fontana ecc.' }
  expect(endedOnce(`${namesIn(['1', '2'], stopped, 'it')}.`)).toBe('Alberi, Fontana ecc.')
  expect(endedOnce(`${namesIn(['1', '2'], stopped, 'ar')}.`)).toBe('\u2068Alberi\u2069، \u2068Fontana ecc.\u2069')
})
