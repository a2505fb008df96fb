import { describe, expect, test } from 'vitest'
import { seatCircles } from './seat-circles'

const size = { width: 640, height: 560 }
const seat = (id: string, x: number, y: number, count = 1) => ({ id, name: id, count, x, y })

describe('circles of seats', () => {
  test('alone, a circle stays where its comune is', () => {
    expect(seatCircles([seat('Lecce', 500, 400, 4)], size)).toEqual([
      { id: 'Lecce', name: 'Lecce', count: 4, x: 500, y: 400, r: 30, seat: [500, 400] },
    ])
  })

  test('neighbours do not cover each other, also at one spot, and stay in the picture', () => {
    const near = Array.from({ length: 12 }, (_, index) => seat(`${index}`, 600 + (index % 3) * 12, 540, index + 1))
    const circles = seatCircles([...near, seat('same', 600, 540)], size)
    for (const [index, one] of circles.entries()) {
      expect(one.x + one.r).toBeLessThanOrEqual(size.width + 1)
      expect(one.y + one.r).toBeLessThanOrEqual(size.height + 1)
      for (const other of circles.slice(index + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.r + other.r - 2)
    }
  })
})
