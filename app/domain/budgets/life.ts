/** A project's way from idea to commitment, in steps that are done, now, or to come. */
import type { Phase } from './phases'
import type { Feasibility } from './policy'

export type ProjectFate = {
  feasibility: Feasibility
  withdrawn: boolean
  phase: Phase
  /** Nothing until the vote is counted */
  won: boolean | null
  commitment: { id: string; done: boolean } | null
}

export type Step = { name: string; state: 'done' | 'now' | 'to-come' }

/** A line ends where the project ends: withdrawn, not feasible, not voted. */
export function stepsOf({ feasibility, withdrawn, phase, won, commitment }: ProjectFate): Step[] {
  const idea: Step = { name: 'idea', state: 'done' }
  if (withdrawn) return [idea, { name: 'withdrawn', state: 'now' }]
  if (feasibility === 'infeasible') return [idea, { name: 'infeasible', state: 'now' }]
  if (feasibility !== 'feasible')
    return [
      idea,
      { name: feasibility === 'changes' ? 'changes' : 'waiting', state: 'now' },
      ...toCome('vote', 'commitment'),
    ]
  const feasible: Step = { name: 'feasible', state: 'done' }
  if (won === null) {
    const voting = phase === 'vote' || phase === 'counting'
    return [idea, feasible, { name: 'vote', state: voting ? 'now' : 'to-come' }, ...toCome('commitment', 'result')]
  }
  if (!won) return [idea, feasible, { name: 'vote', state: 'done' }, { name: 'not-funded', state: 'now' }]
  const voted: Step = { name: 'funded', state: 'done' }
  if (!commitment) return [idea, feasible, voted, { name: 'commitment', state: 'now' }, ...toCome('result')]
  return [
    idea,
    feasible,
    voted,
    { name: 'commitment', state: 'done' },
    { name: 'result', state: commitment.done ? 'done' : 'now' },
  ]
}

function toCome(...names: string[]): Step[] {
  return names.map((name) => ({ name, state: 'to-come' }))
}
