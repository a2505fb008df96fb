import { expect, test } from 'vitest'
import { districtCode, headerFault, readFacts } from './territory-facts'

const nothing = { population: null, latitude: null, longitude: null, district: null }

test.each([
  [{ istat: '072030', popolazione: '48034' }, { population: 48034 }],
  [{ istat: '072030', popolazione: '48.034' }, { population: 48034 }],
  [
    { istat: ' 072030 ', lat: '40,95', lon: '17.3' },
    { latitude: 40.95, longitude: 17.3 },
  ],
  [{ istat: '072030', popolazione_anpr_2025_01: '' }, {}],
  [{ istat: '072030', popolazione: '-' }, {}],
  [{ istat: '072030', ambito_territoriale_sociale: 'Conversano' }, { district: 'Conversano' }],
])('%o is read', (cells, facts) => {
  expect(readFacts(cells as Record<string, string>)).toEqual({ facts: { istatCode: '072030', ...nothing, ...facts } })
})

test.each([
  [{ istat: '72030' }, /six digits/],
  [{}, /six digits/],
  [{ istat: '072030', popolazione: '-5' }, /inhabitants/],
  [{ istat: '072030', popolazione: '1e9' }, /inhabitants/],
  [{ istat: '072030', popolazione: '48.34' }, /inhabitants/],
  [{ istat: '072030', lat: '95', lon: '17' }, /degrees/],
  [{ istat: '072030', lat: 'NaN', lon: '17' }, /degrees/],
  [{ istat: '072030', lat: '40', lon: '' }, /missing/],
  [{ istat: '072030', ambito: '***' }, /district/],
])('%o is refused', (cells, reason) => {
  const read = readFacts(cells as Record<string, string>)
  expect('refusal' in read && read.refusal).toMatch(reason)
})

test.each([
  [['istat', 'lat', 'lon'], null],
  [['istat', 'ambito'], null],
  [['nome', 'lat', 'lon'], /no column/],
  [['istat', 'lat'], /only one/],
  [['istat', 'cap'], /neither/],
])('a header of %o', (header, fault) => {
  if (fault === null) expect(headerFault(header)).toBeNull()
  else expect(headerFault(header)).toMatch(fault)
})

test('a district is known by its province and its name', () => {
  expect(districtCode('075', 'Santa Maria di Léuca')).toBe('075-santa-maria-di-leuca')
})
