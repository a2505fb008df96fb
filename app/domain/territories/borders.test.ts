import { expect, test } from 'vitest'
import { readBorder } from './borders'

const square = [
  [17, 40],
  [18, 40],
  [18, 41],
  [17, 40],
]
const feature = (type: string, coordinates: unknown, properties: object = { istat: '072030' }) => ({
  type: 'Feature',
  geometry: { type, coordinates },
  properties,
})

test.each([
  ['a polygon', feature('Polygon', [square]), [square]],
  ['a polygon with a hole', feature('Polygon', [square, square]), [square, square]],
  ['islands', feature('MultiPolygon', [[square], [square]]), [square, square]],
])('%s becomes rings', (_name, given, rings) => {
  expect(readBorder(given)).toEqual({ border: { istatCode: '072030', rings } })
})

test('a province has three digits, and the code may be the id', () => {
  expect(readBorder(feature('Polygon', [square], { codice: '072' }))).toMatchObject({ border: { istatCode: '072' } })
  expect(readBorder({ ...feature('Polygon', [square], {}), id: '16' })).toMatchObject({ border: { istatCode: '16' } })
})

test.each([
  ['nothing', null],
  ['no code', feature('Polygon', [square], { istat: 72030 })],
  ['a point', feature('Point', [17, 40])],
  ['an open ring', feature('Polygon', [square.slice(0, 3).concat([[17, 41]])])],
  ['a ring of three', feature('Polygon', [[square[0], square[1], square[0]]])],
  ['metres', feature('Polygon', [square.map(([x, y]) => [(x ?? 0) * 1e5, y])])],
  ['words', feature('Polygon', [square.map(() => ['17', '40'])])],
  ['no rings', feature('Polygon', [])],
  ['no geometry', { ...feature('Polygon', []), geometry: null }],
])('%s is refused', (_name, given) => {
  expect(readBorder(given)).toHaveProperty('refusal')
})
