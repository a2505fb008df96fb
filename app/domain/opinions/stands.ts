/** Where people stand on the map, gathered so that nobody stands alone: places with fewer than five are not drawn. */

export type Stand = { group: number; people: number; x: number; y: number }
type Point = { at: readonly [number, number]; group: number }

/** Below this many people nothing is shown of what they said. */
export const fewest = 5
/** Squares on a side, finest first. */
const grids = [16, 12, 9, 7, 5, 4, 3, 2, 1]
/** Enough when this share of people is on a drawn stand. */
const enough = 0.8

/**
 * The finest grid on which four fifths of the people share their square with four more of their group; the points of a
 * square become one stand at their middle. `reach` is the largest distance from the middle along an axis.
 */
export function standsOf(points: readonly Point[]): { stands: Stand[]; reach: number } {
  const reach = points.reduce((most, { at: [x, y] }) => Math.max(most, Math.abs(x), Math.abs(y)), 0) || 1
  let best: Stand[] = []
  for (const grid of grids) {
    const stands = gathered(points, reach, grid)
    if (peopleOn(stands) > peopleOn(best)) best = stands
    if (peopleOn(best) >= enough * points.length) break
  }
  return { stands: best, reach: round(reach) }
}

function gathered(points: readonly Point[], reach: number, grid: number): Stand[] {
  const squares = new Map<string, { group: number; people: number; x: number; y: number }>()
  const place = (value: number) => Math.min(grid - 1, Math.floor(((value + reach) / (2 * reach)) * grid))
  for (const { at, group } of points) {
    const key = `${group} ${place(at[0])} ${place(at[1])}`
    const square = squares.get(key) ?? { group, people: 0, x: 0, y: 0 }
    squares.set(key, { group, people: square.people + 1, x: square.x + at[0], y: square.y + at[1] })
  }
  return [...squares.values()]
    .filter(({ people }) => people >= fewest)
    .map(({ group, people, x, y }) => ({ group, people, x: round(x / people), y: round(y / people) }))
    .sort((left, right) => left.group - right.group || right.people - left.people || left.x - right.x)
}

function peopleOn(stands: readonly Stand[]): number {
  return stands.reduce((sum, { people }) => sum + people, 0)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
