/** The states of an association's verification, and the only moves between them. */

export type Verification = 'claimed' | 'submitted' | 'incomplete' | 'verified' | 'refused' | 'suspended'

const moves = {
  /** By who acts for it */
  submit: { from: ['claimed', 'incomplete', 'refused'], to: 'submitted' },
  /** By an officer of the seat's territory */
  verify: { from: ['submitted', 'suspended'], to: 'verified' },
  askToComplete: { from: ['submitted'], to: 'incomplete' },
  refuse: { from: ['submitted'], to: 'refused' },
  suspend: { from: ['verified'], to: 'suspended' },
} as const satisfies Record<string, { from: readonly Verification[]; to: Verification }>

export type Move = keyof typeof moves
export type OfficerMove = Exclude<Move, 'submit'>

export function canMove(state: Verification, move: Move): boolean {
  return (moves[move].from as readonly Verification[]).includes(state)
}

export function stateAfter(move: Move): Verification {
  return moves[move].to
}

/** What an officer can do from here, in the order of the screen. */
export function officerMoves(state: Verification): OfficerMove[] {
  return (['verify', 'askToComplete', 'refuse', 'suspend'] as const).filter((move) => canMove(state, move))
}

/** What is missing, why refused, why suspended: said in words. A verification needs none. */
export function needsNote(move: OfficerMove): boolean {
  return move !== 'verify'
}

/** Everything may be changed while nobody has looked; afterwards only what the office did not check. */
export function isOpenForChanges(state: Verification): boolean {
  return state === 'claimed' || state === 'incomplete' || state === 'refused'
}

/** In the public register. */
export function isPublic(state: Verification): boolean {
  return state === 'verified'
}
