/** The stages of a poll, and the only moves between them. */
export type Stage = 'draft' | 'open' | 'closed' | 'counted'

export const moves = {
  open: { from: 'draft', to: 'open' },
  close: { from: 'open', to: 'closed' },
  count: { from: 'closed', to: 'counted' },
  /** A public act: the ballots so far are void, and a new round begins from a draft */
  restart: { from: 'open', to: 'draft' },
} as const satisfies Record<string, { from: Stage; to: Stage }>

export type Move = keyof typeof moves

export function canMove(stage: Stage, move: Move): true | string {
  return moves[move].from === stage || `poll.not-${moves[move].from}`
}

/**
 * What people see: an opened poll is announced until its first hour, and over from its last. A secret vote with fewer
 * ballots than promised stays unopened for good.
 */
export type Phase = 'draft' | 'announced' | 'open' | 'counting' | 'unopened' | 'counted'

type Dated = { stage: Stage; opensAt: Date | null; closesAt: Date | null; tooFew?: boolean | null }

export function phaseOf(poll: Dated, now: Date): Phase {
  if (poll.stage === 'draft' || poll.stage === 'counted') return poll.stage
  if (poll.stage === 'closed' && poll.tooFew) return 'unopened'
  if (poll.stage === 'closed' || !poll.opensAt || !poll.closesAt || now >= poll.closesAt) return 'counting'
  return now < poll.opensAt ? 'announced' : 'open'
}
