/** How far the counts of this process are: an officer who comes back finds them where they are. Nothing is kept when they end. */

/** Ballots are taken out of the box, then counted. */
export type CountProgress = { doing: 'collecting' | 'counting'; percent: number }

export type Telling = (doing: CountProgress['doing'], share: number) => void

const counts = new Map<string, CountProgress>()

export function countProgress(pollId: string): CountProgress | null {
  return counts.get(pollId) ?? null
}

/** Runs a count that says how far it is: never backwards. */
export async function following<T>(pollId: string, count: (told: Telling) => Promise<T>): Promise<T> {
  const tell = (doing: CountProgress['doing'], share: number) => {
    const before = counts.get(pollId)
    const percent = Math.min(99, Math.floor(100 * share))
    counts.set(pollId, { doing, percent: before?.doing === doing ? Math.max(before.percent, percent) : percent })
  }
  tell('collecting', 0)
  try {
    return await count(tell)
  } finally {
    counts.delete(pollId)
  }
}
