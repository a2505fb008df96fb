/** The rules a poll may be counted by: what one does on the ballot, what the wizard asks for, and the file of its ballots. */

/** One choice, several, points beside each, or an order. */
export type BallotKind = 'one' | 'several' | 'points' | 'order'
export type SettingName = 'seats' | 'maxChoices' | 'maxPoints' | 'majority' | 'budget' | 'spend'

type PollRule = {
  ballot: BallotKind
  asks: readonly SettingName[]
  /** Ending of the published file of ballots */
  file: 'csv' | 'json' | 'blt' | 'pb'
  budget?: true
  /** Only for past budgets: nobody chooses it for a new poll */
  past?: true
}

export const pollRules = {
  'yes-no': { ballot: 'one', asks: ['majority'], file: 'csv' },
  plurality: { ballot: 'one', asks: [], file: 'csv' },
  approval: { ballot: 'several', asks: ['seats', 'maxChoices'], file: 'json' },
  score: { ballot: 'points', asks: ['seats', 'maxPoints'], file: 'csv' },
  irv: { ballot: 'order', asks: [], file: 'blt' },
  schulze: { ballot: 'order', asks: [], file: 'blt' },
  'stv-scottish': { ballot: 'order', asks: ['seats'], file: 'blt' },
  greedy_by_votes: { ballot: 'several', asks: ['budget', 'spend', 'maxChoices'], file: 'pb', budget: true },
  'greedy-no-skip': {
    ballot: 'several',
    asks: ['budget', 'spend', 'maxChoices'],
    file: 'pb',
    budget: true,
    past: true,
  },
  mes_cost_add1: { ballot: 'several', asks: ['budget', 'spend', 'maxChoices'], file: 'pb', budget: true, past: true },
  mes_cost_add1u: { ballot: 'several', asks: ['budget', 'spend', 'maxChoices'], file: 'pb', budget: true },
} as const satisfies Record<string, PollRule>

export type RuleName = keyof typeof pollRules
export const ruleNames = Object.keys(pollRules) as RuleName[]

export const offeredRules = ruleNames.filter((name) => !ruleOf(name).past)

export function ruleOf(name: RuleName): PollRule {
  return pollRules[name]
}

/** Yes, no and blank are the rule's own options; nobody writes them. */
export const answers = ['yes', 'no', 'blank'] as const
export const mostOptions = 100

export function isRule(name: string): name is RuleName {
  return Object.hasOwn(pollRules, name)
}
