/** The decisions between two stages of a Scottish count: who is elected, whose surplus goes on, who is excluded. */
import type { Tie } from './outcome'
import { chooseByHistory, type Permutation } from './ties'

export interface StvState {
  options: readonly string[]
  permutation: Permutation
  seats: number
  /** In 10⁻⁵ of a vote, like `totals`. */
  quota: number
  totals: Float64Array
  status: ('continuing' | 'elected' | 'excluded')[]
  /** In order of election. */
  elected: number[]
  /** Elected, with a surplus not yet transferred. */
  waiting: number[]
  /** Totals at the end of every stage so far. */
  history: Float64Array[]
}

/** Rules 47 and 52: everybody at the quota, most votes first; and all who continue once they are as many as the vacancies. */
export function electedAt(state: StvState, ties: Tie[]): number[] {
  const atQuota = takeInOrder(
    state,
    continuing(state).filter((option) => state.totals[option]! >= state.quota),
    ties,
  )
  for (const option of atQuota) {
    state.status[option] = 'elected'
    state.elected.push(option)
    if (state.totals[option]! > state.quota) state.waiting.push(option)
  }
  const left = continuing(state)
  const vacancies = state.seats - state.elected.length
  if (vacancies <= 0 || left.length > vacancies) return atQuota
  const last = takeInOrder(state, left, ties)
  for (const option of last) {
    state.status[option] = 'elected'
    state.elected.push(option)
  }
  return [...atQuota, ...last]
}

/** Rule 49: the largest surplus first; equal ones by the most votes at the last stage at which they differed, then by lot. */
export function surplusToTransfer(state: StvState, ties: Tie[]): number | undefined {
  if (state.waiting.length === 0) return undefined
  const largest = Math.max(...state.waiting.map((option) => state.totals[option]!))
  const tied = state.waiting.filter((option) => state.totals[option] === largest)
  const chosen = choose(state, tied, 'most', 'transfer', ties)
  state.waiting = state.waiting.filter((option) => option !== chosen)
  return chosen
}

/** Rule 50: the fewest votes; equal ones by the fewest at the last stage at which they differed, then by lot. */
export function toExclude(state: StvState, ties: Tie[]): number {
  const left = continuing(state)
  const fewest = Math.min(...left.map((option) => state.totals[option]!))
  return choose(
    state,
    left.filter((option) => state.totals[option] === fewest),
    'fewest',
    'exclusion',
    ties,
  )
}

function continuing({ options, status }: StvState): number[] {
  return options.flatMap((_, option) => (status[option] === 'continuing' ? [option] : []))
}

/** Several elected at one stage: only the order in which they are named depends on a tie here. */
function takeInOrder(state: StvState, some: readonly number[], ties: Tie[]): number[] {
  const left = [...some]
  const order: number[] = []
  while (left.length > 0) {
    const most = Math.max(...left.map((option) => state.totals[option]!))
    const tied = left.filter((option) => state.totals[option] === most)
    const chosen = choose(state, tied, 'most', 'order', ties)
    order.push(chosen)
    left.splice(left.indexOf(chosen), 1)
  }
  return order
}

function choose(
  { history, options, permutation }: StvState,
  tied: readonly number[],
  seek: 'most' | 'fewest',
  purpose: Tie['purpose'],
  ties: Tie[],
): number {
  const { chosen, tie } = chooseByHistory(tied, history, seek, options, permutation)
  if (tie) ties.push({ ...tie, stage: purpose === 'order' ? history.length + 1 : Math.max(1, history.length), purpose })
  return chosen
}
