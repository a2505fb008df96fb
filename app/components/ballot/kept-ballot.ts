/** A copy of one's own ballot on one's own device, only if the person asks for it. */
const keyOf = (pollId: string) => `agora-ballot-${pollId}`

export function keepBallot(pollId: string, keys: readonly string[]) {
  try {
    localStorage.setItem(keyOf(pollId), JSON.stringify(keys))
  } catch {
    // A device that keeps nothing is no failure: the vote is counted all the same
  }
}

export function keptBallot(pollId: string): string[] | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(pollId)) ?? 'null')
    return Array.isArray(kept) ? kept.map(String) : null
  } catch {
    return null
  }
}

export function forgetBallot(pollId: string) {
  try {
    localStorage.removeItem(keyOf(pollId))
  } catch {
    // Nothing was kept
  }
}
