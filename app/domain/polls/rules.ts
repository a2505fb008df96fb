/** The rules a poll may be counted by: what one does on the ballot, what the wizard asks for, and the file of its ballots. */

/** One choice, several, points beside each, or an order. */
export type BallotKind = 'one' | 'several' | 'points' | 'order'
export type SettingName =
  | 'seats'
  | 'maxChoices'
  | 'maxPoints'
  | 'majority'
  | 'budget'
  | 'spend'
  | 'completion'
  | 'whenTooDear'
/** What one asks for: one thing, several, or how to spend money. */
export type RuleGroup = 'one' | 'several' | 'budget'

type PollRule = {
  ballot: BallotKind
  asks: readonly SettingName[]
  /** Ending of the published file of ballots */
  file: 'csv' | 'json' | 'blt' | 'pb'
  budget?: true
  /** Offered under this head; the rare ones are folded away */
  group: RuleGroup
  rare?: true
  /** Only for past budgets: nobody chooses it for a new poll */
  past?: true
}

const money = ['budget', 'spend', 'maxChoices'] as const

export const pollRules = {
  'yes-no': { ballot: 'one', asks: ['majority'], file: 'csv', group: 'one' },
  plurality: { ballot: 'one', asks: [], file: 'csv', group: 'one' },
  approval: { ballot: 'several', asks: ['seats', 'maxChoices'], file: 'json', group: 'one' },
  score: { ballot: 'points', asks: ['seats', 'maxPoints'], file: 'csv', group: 'one', rare: true },
  irv: { ballot: 'order', asks: [], file: 'blt', group: 'one' },
  schulze: { ballot: 'order', asks: [], file: 'blt', group: 'one', rare: true },
  'ranked-pairs': { ballot: 'order', asks: [], file: 'blt', group: 'one', rare: true },
  'stv-scottish': { ballot: 'order', asks: ['seats'], file: 'blt', group: 'several' },
  seqphragmen: { ballot: 'several', asks: ['seats', 'maxChoices'], file: 'json', group: 'several', rare: true },
  'equal-shares': { ballot: 'several', asks: ['seats', 'maxChoices'], file: 'json', group: 'several', rare: true },
  greedy_by_votes: { ballot: 'several', asks: money, file: 'pb', group: 'budget', budget: true },
  'greedy-no-skip': { ballot: 'several', asks: money, file: 'pb', group: 'budget', budget: true, past: true },
  mes_cost_add1: { ballot: 'several', asks: money, file: 'pb', group: 'budget', budget: true, past: true },
  /** Equal shares; its settings say what becomes of money left over */
  mes_cost_add1u: { ballot: 'several', asks: [...money, 'completion'], file: 'pb', group: 'budget', budget: true },
  sequential_phragmen: {
    ballot: 'several',
    asks: [...money, 'whenTooDear'],
    file: 'pb',
    group: 'budget',
    budget: true,
    rare: true,
  },
} as const satisfies Record<string, PollRule>

export type RuleName = keyof typeof pollRules
export const ruleNames = Object.keys(pollRules) as RuleName[]

export const offeredRules = ruleNames.filter((name) => !ruleOf(name).past)
export const ruleGroups = ['one', 'several', 'budget'] as const satisfies readonly RuleGroup[]

export function ruleOf(name: RuleName): PollRule {
  return pollRules[name]
}

/** Yes, no and blank are the rule's own options; nobody writes them. */
export const answers = ['yes', 'no', 'blank'] as const
export const mostOptions = 100

export function isRule(name: string): name is RuleName {
  return Object.hasOwn(pollRules, name)
}
