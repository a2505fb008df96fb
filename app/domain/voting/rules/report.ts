/** What every counting rule offers to whoever counts: a reader of files that ends in a report. */
import type { z } from 'zod'
import type { LineReader } from '#app/domain/voting/formats/lines'

/** What a count tells the world: the rule's outcome, and what it was counted from. */
export type Report = {
  settings: object
  options: readonly string[]
  names?: Record<string, string>
  /** Options from most to least favoured in a tie, where a seed made the order. */
  tieBreakOrder?: string[]
  ballots: number
  winners?: readonly string[]
} & Record<string, unknown>

export interface CountingRule {
  /** Endings of the files it reads, without the dot. */
  endings: readonly string[]
  /**
   * `beside` holds a further file, parsed JSON or a table, where the rule needs one; a rule that takes long says how far it
   * is, from 0 to 1, through `told`.
   * Throws `SettingsFault`, `StatementsFault`, `InputFault` (with the line) and RangeError (a sentence).
   */
  open(ending: string, settings: unknown, beside?: unknown, told?: (share: number) => void): LineReader<Report>
}

/** Settings that the rule cannot take; `path` says which. */
export class SettingsFault extends Error {
  readonly path: readonly PropertyKey[]

  constructor(path: readonly PropertyKey[], message: string) {
    super(message)
    this.name = 'SettingsFault'
    this.path = path
  }
}

export function parsedSettings<T extends z.ZodType>(schema: T, given: unknown): z.infer<T> {
  const parsed = schema.safeParse(given ?? {})
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path
  throw new SettingsFault(path, `"${path.join('.')}": ${issue.message}`)
}
