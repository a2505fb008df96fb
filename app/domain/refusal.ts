/** A rule says no: the reason is a key that views turn into a sentence. */

export class Refusal extends Error {
  readonly reason: string
  readonly values: Record<string, string | number>
  /** The field of the form that it is about, where there is one */
  readonly field: string | undefined
  constructor(reason: string, values: Record<string, string | number> = {}, field?: string) {
    super(reason)
    this.name = 'Refusal'
    this.reason = reason
    this.values = values
    this.field = field
  }
}

/** Goes on if the verdict is `true`, and refuses with its reason otherwise. */
export function insist(verdict: true | string, field?: string): asserts verdict is true {
  if (verdict !== true) throw new Refusal(verdict, {}, field)
}

/** The thing, or the refusal `not-found`: also for what an actor may not know exists. */
export function found<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw new Refusal('not-found')
  return thing
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === 'Refusal' && 'reason' in error
}
