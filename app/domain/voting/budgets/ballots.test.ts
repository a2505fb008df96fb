import { expect, it } from 'vitest'
import { ballotBox, pointUnit } from './ballots'

it('keeps each different ballot once, with the number of equal ones', () => {
  const box = ballotBox()
  const plain = new Map<string, number>()
  for (let at = 0; at < 60_000; at += 1) {
    const projects = [at % 7, 7 + (at % 11), 20 + (at % 53)].slice(0, 1 + (at % 3))
    const points = at % 5 === 0 ? projects.map((project) => project * pointUnit) : undefined
    box.add(projects.toReversed(), points?.toReversed(), 1 + (at % 2))
    const key = JSON.stringify([projects, points ?? projects.map(() => pointUnit)])
    plain.set(key, (plain.get(key) ?? 0) + 1 + (at % 2))
  }
  const ballots = box.seal()
  const ours = Array.from({ length: ballots.groups }, (_, group) => {
    const [from, to] = [ballots.start[group]!, ballots.start[group + 1]!]
    return [
      JSON.stringify([[...ballots.project.slice(from, to)], [...ballots.points.slice(from, to)]]),
      ballots.weight[group]!,
    ] as const
  })
  expect(ballots.groups).toBeGreaterThan(5_000)
  expect(new Map(ours)).toEqual(plain)
  expect(ours).toHaveLength(plain.size)
})
