/** What every count hands back: who won, each stage, each tie and how it was broken, and why. */

export interface Outcome {
  /** Ids: in order of election where there is one, otherwise in id order; every tied winner where the rule itself leaves a tie. */
  winners: string[]
  /** All winning sets, where the rule leaves a tie. */
  winnerSets?: string[][]
  /** Groups of equal rank, best first. */
  ranking?: string[][]
  totals?: Record<string, string>
  /** Ballots that name the option, where totals are something else. */
  votes?: Record<string, string>
  stages?: Stage[]
  quota?: string
  pairwise?: Table
  strengths?: Table
  /** Defeats kept by ranked pairs, [winner, loser], strongest first. */
  locked?: [string, string][]
  conditions?: Condition[]
  valid: number
  invalid: InvalidBallot[]
  ties: Tie[]
  explanation: Sentence[]
}

/** Totals after the stage, as decimals; who is elected or excluded at its end; what does not count any more, so far. */
export interface Stage {
  totals: Record<string, string>
  elected: string[]
  excluded: string[]
  exhausted?: string
  exhaustedBy?: Record<string, string>
  nontransferable?: string
  /** Fractions cut off by the fifth decimal, so far. */
  lost?: string
  transferredFrom?: string
  /** What a whole vote of the transferring option is worth from here on. */
  value?: string
}

export type Table = Record<string, Record<string, number | string>>

export interface Tie {
  between: string[]
  chosen: string[]
  how: 'earlier-stage' | 'permutation'
  /** Stage of the count at which the tie stood. */
  stage?: number
  /** Earlier stage that decided. */
  decidedBy?: number
  /** What the chosen were chosen for. */
  purpose: 'win' | 'transfer' | 'exclusion' | 'order' | 'locking'
}

/** A named condition of a yes/no vote: what it needs and what there is, both in ballots or people. */
export interface Condition {
  name: 'quorum' | 'majority'
  holds: boolean
  have: string
  need: string
  base: string
}

/** `ballots` equal ballots, the first on `line`, that do not count. */
export interface InvalidBallot {
  line: number
  why: string
  ballots: number
}

/** A key for translators, and its values; `option` names whom it is about. */
export interface Sentence {
  key: string
  option?: string
  values: Record<string, string | number | readonly string[]>
}

/** Keys in the order given; safe for ids such as `__proto__`. */
export function record<T>(ids: readonly string[], value: (index: number) => T): Record<string, T> {
  return Object.fromEntries(ids.map((id, index) => [id, value(index)]))
}
