/** What two sequences share in the same order, found within a budget of comparisons. */

/** Pairs of places with equal keys, in order. */
export type Pair = readonly [before: number, after: number]

/** Comparisons left; shared by all the alignments of one difference. */
export type Budget = { left: number }

/**
 * The longest common subsequence where the budget allows it (its cost is the product of the lengths that differ),
 * otherwise only what both have once, which costs the sum of the lengths.
 */
export function commonPairs(before: readonly string[], after: readonly string[], budget: Budget): Pair[] {
  const start = sharedStart(before, after)
  const end = sharedEnd(before, after, start)
  const b = before.slice(start, before.length - end)
  const a = after.slice(start, after.length - end)
  const cells = b.length * a.length
  const within = cells <= budget.left
  if (within) budget.left -= cells
  const middle = cells === 0 ? [] : within ? longest(b, a) : uniqueInOrder(b, a)
  return [
    ...Array.from({ length: start }, (_, place): Pair => [place, place]),
    ...middle.map(([x, y]): Pair => [x + start, y + start]),
    ...Array.from({ length: end }, (_, place): Pair => [before.length - end + place, after.length - end + place]),
  ]
}

function sharedStart(before: readonly string[], after: readonly string[]): number {
  let start = 0
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start += 1
  return start
}

function sharedEnd(before: readonly string[], after: readonly string[], start: number): number {
  const most = Math.min(before.length, after.length) - start
  let end = 0
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  return end
}

/** The textbook table: `table[x][y]` is the length shared by what follows x and y. */
function longest(b: readonly string[], a: readonly string[]): Pair[] {
  const width = a.length + 1
  const table = new Uint16Array((b.length + 1) * width)
  const at = (x: number, y: number) => table[x * width + y] ?? 0
  for (let x = b.length - 1; x >= 0; x -= 1)
    for (let y = a.length - 1; y >= 0; y -= 1)
      table[x * width + y] = b[x] === a[y] ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1))

  const pairs: Pair[] = []
  for (let x = 0, y = 0; x < b.length && y < a.length; ) {
    if (b[x] === a[y]) {
      pairs.push([x, y])
      x += 1
      y += 1
    } else if (at(x + 1, y) >= at(x, y + 1)) x += 1
    else y += 1
  }
  return pairs
}

function uniqueInOrder(b: readonly string[], a: readonly string[]): Pair[] {
  const inBefore = placesOfUnique(b)
  const shared = [...placesOfUnique(a)].flatMap(([key, y]): Pair[] => {
    const x = inBefore.get(key)
    return x === undefined ? [] : [[x, y]]
  })
  return longestRising(shared)
}

function placesOfUnique(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return new Map(keys.flatMap((key, place): [string, number][] => (counts.get(key) === 1 ? [[key, place]] : [])))
}

/** Pairs come in the order of `after`; the longest run of them that rises in `before` too, by patience sorting. */
function longestRising(pairs: Pair[]): Pair[] {
  const tails: number[] = []
  const previous: number[] = []
  for (const [place, [x]] of pairs.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const half = (low + high) >> 1
      if ((pairs[tails[half] ?? 0]?.[0] ?? 0) < x) low = half + 1
      else high = half
    }
    previous[place] = tails[low - 1] ?? -1
    tails[low] = place
  }
  const rising: Pair[] = []
  for (let place = tails.at(-1) ?? -1; place >= 0; place = previous[place] ?? -1) {
    const pair = pairs[place]
    if (pair) rising.push(pair)
  }
  return rising.reverse()
}
