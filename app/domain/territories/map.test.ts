import { expect, test } from 'vitest'
import { drawMap, mapFile } from './map'

const place = (slug: string, longitude: number, latitude: number) => ({
  slug,
  name: slug,
  longitude,
  latitude,
  border: null,
})

test('north is up and west is at the start', () => {
  const { places } = drawMap([place('north-west', 15, 42), place('south-east', 18, 40)], 300)
  const [first, second] = places
  expect(first?.x).toBeLessThan(second?.x ?? 0)
  expect(first?.y).toBeLessThan(second?.y ?? 0)
})

test('every place lies in the picture, borders included', () => {
  const square = {
    ...place('square', 16.5, 41),
    border: [
      [
        [16, 40.5],
        [17, 40.5],
        [17, 41.5],
        [16, 41.5],
      ] as [number, number][],
    ],
  }
  const { width, height, places } = drawMap([square, place('dot', 16.2, 41.1)], 200)
  for (const { x, y } of places) {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x).toBeLessThanOrEqual(width)
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y).toBeLessThanOrEqual(height)
  }
  expect(places[0]?.path).toMatch(/^M[\d. L]+Z$/)
})

test('a place without coordinates is left out, and an empty map is no error', () => {
  expect(drawMap([{ slug: 'x', name: 'x', latitude: null, longitude: null, border: null }]).places).toEqual([])
})

test('the file shows a point where there is no border, and the border where there is one', () => {
  const bordered = {
    ...place('b', 16, 41),
    border: [
      [
        [16, 41],
        [17, 41],
        [17, 42],
      ] as [number, number][],
    ],
  }
  const file = mapFile(drawMap([place('a', 15, 42), bordered]))
  expect(file).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 640 \d+"/)
  expect(file.match(/<circle /g)).toHaveLength(1)
  expect(file.match(/<path /g)).toHaveLength(1)
})
