/** A box of budget ballots in flat arrays: equal ballots are one group with a weight, so each different one is kept once. */

/** Group g names the projects `project[start[g]] … project[start[g + 1] - 1]`, in ascending order. */
export type Ballots = {
  groups: number
  weight: Float64Array
  start: Int32Array
  project: Int32Array
  /** Points beside each project, in units of 1/10000; one whole point where the ballot is an approval. */
  points: Float64Array
}

export const pointUnit = 10_000

export type BallotBox = {
  /** Gives the group. `projects` must not repeat; `points` defaults to one whole point each. */
  add: (projects: readonly number[], points?: readonly number[], weight?: number) => number
  seal: () => Ballots
}

export function ballotBox(): BallotBox {
  let weight = new Float64Array(256)
  let start = new Int32Array(257)
  let project = new Int32Array(1024)
  let points = new Float64Array(1024)
  let slots = new Int32Array(1024).fill(-1)
  let groups = 0

  return { add, seal }

  function add(given: readonly number[], beside?: readonly number[], copies = 1): number {
    const order = given.map((_, at) => at).sort((a, b) => given[a]! - given[b]!)
    const marks = order.map((at) => given[at]!)
    const worth = order.map((at) => beside?.[at] ?? pointUnit)
    let slot = hashOf(marks, worth) & (slots.length - 1)
    for (let group = slots[slot]!; group >= 0; group = slots[slot]!) {
      if (isSame(group, marks, worth)) {
        weight[group]! += copies
        return group
      }
      slot = (slot + 1) & (slots.length - 1)
    }
    slots[slot] = groups
    append(marks, worth, copies)
    if (groups * 2 > slots.length) widen()
    return groups - 1
  }

  function append(marks: readonly number[], worth: readonly number[], copies: number) {
    const from = start[groups]!
    const to = from + marks.length
    if (groups === weight.length) {
      weight = longer(weight, new Float64Array(groups * 2))
      start = longer(start, new Int32Array(groups * 2 + 1))
    }
    if (to > project.length) {
      const size = Math.max(to, project.length * 2)
      project = longer(project, new Int32Array(size))
      points = longer(points, new Float64Array(size))
    }
    project.set(marks, from)
    points.set(worth, from)
    weight[groups] = copies
    groups += 1
    start[groups] = to
  }

  function isSame(group: number, marks: readonly number[], worth: readonly number[]): boolean {
    const from = start[group]!
    if (start[group + 1]! - from !== marks.length) return false
    return marks.every((mark, at) => project[from + at] === mark && points[from + at] === worth[at])
  }

  function widen() {
    slots = new Int32Array(slots.length * 2).fill(-1)
    for (let group = 0; group < groups; group += 1) {
      const [from, to] = [start[group]!, start[group + 1]!]
      let slot = hashOf(project.subarray(from, to), points.subarray(from, to)) & (slots.length - 1)
      while (slots[slot]! >= 0) slot = (slot + 1) & (slots.length - 1)
      slots[slot] = group
    }
  }

  function seal(): Ballots {
    const marks = start[groups]!
    return {
      groups,
      weight: weight.slice(0, groups),
      start: start.slice(0, groups + 1),
      project: project.slice(0, marks),
      points: points.slice(0, marks),
    }
  }
}

function longer<T extends Float64Array | Int32Array>(from: T, to: T): T {
  to.set(from)
  return to
}

function hashOf(marks: ArrayLike<number>, worth: ArrayLike<number>): number {
  let hash = marks.length
  for (let at = 0; at < marks.length; at += 1) {
    hash = Math.imul(hash ^ marks[at]!, 0x01000193) + 0x9e37
    hash = Math.imul(hash ^ worth[at]!, 0x01000193) ^ (hash >>> 15)
  }
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 16)) >>> 0
}
