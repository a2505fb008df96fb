/** What became of a proposal elsewhere, in our stages: only what was accepted there counts as accepted here. */

export type Outcome = {
  stage: 'answered' | 'withdrawn' | 'archived'
  verdict: 'accepted' | 'notAccepted' | null
}

/** Nobody here will answer what was left without an answer elsewhere: it goes to the archive. States that an instance added are none of ours. */
export function outcomeOf(
  state: string,
  { withdrawn, hasAnswer }: { withdrawn: boolean; hasAnswer: boolean },
): Outcome {
  if (withdrawn || state === 'withdrawn') return { stage: 'withdrawn', verdict: null }
  if (state === 'accepted') return { stage: 'answered', verdict: 'accepted' }
  if (state === 'rejected') return { stage: 'answered', verdict: 'notAccepted' }
  return { stage: hasAnswer ? 'answered' : 'archived', verdict: null }
}

export function stateName(state: string): string {
  return state.trim() === '' ? 'none' : state.trim().slice(0, 40)
}
