/** A circle for each seat on the map, moved aside where two would cover each other. */

export type Seat = { id: string; name: string; count: number; x: number; y: number }
/** `x` and `y` are the circle's middle, `seat` where the comune lies; all in the picture's units. */
export type SeatCircle = {
  id: string
  name: string
  count: number
  x: number
  y: number
  r: number
  seat: [number, number]
}

const rounds = 100
const gap = 3

/** Neighbours push each other apart until each can be read and touched; the same seats always give the same picture. */
export function seatCircles(seats: Seat[], { width, height }: { width: number; height: number }): SeatCircle[] {
  const circles = seats.map(({ x, y, ...seat }): SeatCircle => ({ ...seat, x, y, r: radiusOf(seat), seat: [x, y] }))
  for (let round = 0; round < rounds && pushApart(circles); round++) {
    for (const circle of circles) {
      circle.x = within(circle.x, circle.r, width)
      circle.y = within(circle.y, circle.r, height)
    }
  }
  return circles.map((circle) => ({ ...circle, x: Math.round(circle.x), y: Math.round(circle.y) }))
}

/** A larger circle for more associations, within bounds that keep a number readable. */
function radiusOf({ count }: { count: number }) {
  return 24 + Math.min(16, Math.round(Math.sqrt(count) * 3))
}

/** Moves each pair that overlaps by half of what is missing; false when none did. */
function pushApart(circles: SeatCircle[]): boolean {
  let moved = false
  for (const [index, one] of circles.entries()) {
    for (const other of circles.slice(index + 1)) {
      const [dx, dy] = [other.x - one.x || 0.01, other.y - one.y]
      const distance = Math.hypot(dx, dy)
      const missing = one.r + other.r + gap - distance
      if (missing <= 0.5) continue
      const [px, py] = [(dx / distance) * (missing / 2), (dy / distance) * (missing / 2)]
      one.x -= px
      one.y -= py
      other.x += px
      other.y += py
      moved = true
    }
  }
  return moved
}

function within(middle: number, radius: number, size: number) {
  return Math.min(Math.max(middle, radius), Math.max(radius, size - radius))
}
