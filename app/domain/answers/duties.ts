/** What an answer is to the standing of its office: given in time or late, waiting within its term or beyond it. */

export const dutyKinds = ['inTime', 'late', 'waiting', 'overdue'] as const
export type DutyKind = (typeof dutyKinds)[number]

/** As addresses and words call them. */
export const dutyWords = { inTime: 'in-time', late: 'late', waiting: 'waiting', overdue: 'overdue' } as const

export function dutyKindOf(word: string | null): DutyKind | null {
  return dutyKinds.find((kind) => dutyWords[kind] === word) ?? null
}

/** What was given is in the past; the rest is still owed. */
export const given: readonly DutyKind[] = ['inTime', 'late']
export const owed: readonly DutyKind[] = ['overdue', 'waiting']

/** Whose line of the standing it is: an office's, or a territory's for what none of its offices has. */
export type Line = { officeId: string | null; territorySlug: string }

/** Where one reads what a line is about, or what is behind one of its figures. */
export function placeOf({ officeId, territorySlug }: Line, kind: DutyKind | null = null): string {
  if (officeId) return kind ? `/offices/${officeId}/answers/${dutyWords[kind]}` : `/offices/${officeId}`
  const place = `/territories/${territorySlug}/without-office`
  return kind ? `${place}?kind=${dutyWords[kind]}` : place
}
