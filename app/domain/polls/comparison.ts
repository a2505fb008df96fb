/** What the same ballots fund under the most voted and under equal shares: to look at before a rule is chosen. */
import { keysOn } from './ballot'
import type { Group } from './ballot-file'
import { countPoll } from './count'
import type { RuleName } from './rules'
import type { Terms } from './terms'

export const comparedRules = ['greedy_by_votes', 'mes_cost_add1u'] as const satisfies readonly RuleName[]

export type Compared = {
  rule: RuleName
  winners: string[]
  cost: number
  /** Ballots with at least one funded project */
  heard: number
  /** Ballots that named something and got nothing */
  unheard: number
}

export function compareRules(
  terms: Pick<Terms, 'question' | 'settings' | 'options'>,
  groups: readonly Group[],
  seed: string,
): Compared[] {
  const ballots = groups.reduce((sum, { copies }) => sum + copies, 0)
  return comparedRules.map((rule) => {
    const { winners = [] } = countPoll({ ...terms, rule }, groups, ballots, seed)
    const funded = new Set(winners)
    const named = groups.filter(({ content }) => keysOn(content).length > 0)
    const heard = sumOf(named.filter(({ content }) => keysOn(content).some((key) => funded.has(key))))
    return {
      rule,
      winners: [...winners],
      cost: terms.options.reduce((sum, { key, cost }) => (funded.has(key) ? sum + (cost ?? 0) : sum), 0),
      heard,
      unheard: sumOf(named) - heard,
    }
  })
}

function sumOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { copies }) => sum + copies, 0)
}
