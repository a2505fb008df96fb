/** Numbers of people too small to be shown, and those that must be hidden with them. */

/** Fewer people than this are not shown: who they are, and what they did, could be guessed. */
export const fewest = 5

/**
 * A cell is hidden if any of its numbers is small. From the total nobody can work out a hidden cell: the smallest of the
 * shown ones join until they are at least two and hold at least `fewest` of each number. Largest first.
 */
export function splitFew<T>(
  cells: readonly T[],
  numbersOf: (cell: T) => readonly number[],
): { shown: T[]; hidden: T[] } {
  const sizeOf = (cell: T) => Math.min(...numbersOf(cell))
  const ordered = [...cells].sort((a, b) => sizeOf(b) - sizeOf(a))
  const small = ordered.findIndex((cell) => sizeOf(cell) < fewest)
  if (small < 0) return { shown: ordered, hidden: [] }
  let first = small
  while (first > 0 && isTelling(ordered.slice(first).map(numbersOf))) first -= 1
  return { shown: ordered.slice(0, first), hidden: ordered.slice(first) }
}

function isTelling(hidden: readonly (readonly number[])[]): boolean {
  if (hidden.length < 2) return true
  return (hidden[0] ?? []).some((_, at) => hidden.reduce((sum, numbers) => sum + (numbers[at] ?? 0), 0) < fewest)
}
