/** Reminders of an answer that is due: ten, five and one working days before, then the deputy, then the head. */

export const escalationKinds = ['tenDays', 'fiveDays', 'oneDay', 'deputy', 'head'] as const
export type EscalationKind = (typeof escalationKinds)[number]

/** Working days after the due date from which the head hears, if the deputy did not move it. */
export const daysToHead = 5

/** The reminder that fits how many working days are left; those it overtakes are no longer of use. */
export function reminderFor(daysLeft: number): EscalationKind | null {
  if (daysLeft <= -daysToHead) return 'head'
  if (daysLeft < 0) return 'deputy'
  if (daysLeft <= 1) return 'oneDay'
  if (daysLeft <= 5) return 'fiveDays'
  return daysLeft <= 10 ? 'tenDays' : null
}
