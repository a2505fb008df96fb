import { expect, test } from 'vitest'
import { placeAt, placeMap } from './place-map'

const border: [number, number][][] = [
  [
    [17.2, 40.85],
    [17.4, 40.85],
    [17.4, 41],
    [17.2, 41],
  ],
]
const ground = { latitude: 40.95, longitude: 17.3, border }

test('a tap on a drawn point gives the place of that point, however wide the picture is', () => {
  const project = { number: 1, title: 'Ombra', latitude: 40.9513, longitude: 17.2997 }
  const map = placeMap(ground, [project])
  const [point] = map?.points ?? []
  if (!map || !point) throw new Error('there is a picture')
  for (const drawn of [320, 640]) {
    const tap = { x: (point.x * drawn) / map.width, y: (point.y * drawn) / map.width }
    const place = placeAt(map, tap, drawn)
    expect(place?.latitude).toBeCloseTo(project.latitude, 3)
    expect(place?.longitude).toBeCloseTo(project.longitude, 3)
  }
})

test('beside the picture there is no place', () => {
  const map = placeMap(ground, [])
  if (!map) throw new Error('there is a picture')
  expect(placeAt(map, { x: 321, y: 10 }, 320)).toBeNull()
  expect(placeAt(map, { x: 10, y: 5000 }, 320)).toBeNull()
  expect(placeAt(map, { x: -1, y: 10 }, 320)).toBeNull()
})
