/** How far the trustees have come with their key, and what each of them can do now. */

export type Messages = { number: number; certificate: string | null; dealing: string | null; holding: string | null }

export const steps = ['certificate', 'dealing', 'holding'] as const
export type CeremonyStep = (typeof steps)[number]

/** The step that the trustees are at: the first that not all have taken. */
export function stepOf(trustees: readonly Messages[]): CeremonyStep | 'complete' {
  return steps.find((step) => trustees.some((trustee) => trustee[step] === null)) ?? 'complete'
}

/** Whether it is this trustee's turn, or the others' whom all wait for. */
export function turnOf(
  trustees: readonly Messages[],
  number: number,
): { step: CeremonyStep | 'complete'; isOwn: boolean; waitingFor: number[] } {
  const step = stepOf(trustees)
  if (step === 'complete') return { step, isOwn: false, waitingFor: [] }
  const waitingFor = trustees.filter((trustee) => trustee[step] === null).map((trustee) => trustee.number)
  return { step, isOwn: waitingFor.includes(number), waitingFor }
}
