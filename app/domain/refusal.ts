/** A rule says no: the reason is a key that views turn into a sentence. */

export class Refusal extends Error {
  readonly reason: string
  readonly values: Record<string, string | number>
  constructor(reason: string, values: Record<string, string | number> = {}) {
    super(reason)
    this.name = 'Refusal'
    this.reason = reason
    this.values = values
  }
}

/** Goes on if the verdict is `true`, and refuses with its reason otherwise. */
export function insist(verdict: true | string): asserts verdict is true {
  if (verdict !== true) throw new Refusal(verdict)
}

/** The thing, or the refusal `not-found`: also for what an actor may not know exists. */
export function found<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw new Refusal('not-found')
  return thing
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === 'Refusal' && 'reason' in error
}
