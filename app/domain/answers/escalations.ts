/** Reminders of what an office owes: of an answer, and of what it promised. */

export const escalationKinds = ['tenDays', 'fiveDays', 'oneDay', 'deputy', 'head'] as const
export type EscalationKind = (typeof escalationKinds)[number]

/** Working days after the due date from which the head hears, if nobody did it by then. */
export const daysToHead = 5

/** The reminder that fits how many working days are left; those it overtakes are no longer of use. */
export function reminderFor(daysLeft: number): EscalationKind | null {
  if (daysLeft <= -daysToHead) return 'head'
  if (daysLeft < 0) return 'deputy'
  if (daysLeft <= 1) return 'oneDay'
  if (daysLeft <= 5) return 'fiveDays'
  return daysLeft <= 10 ? 'tenDays' : null
}

export type PromiseReminder = Exclude<EscalationKind, 'fiveDays' | 'deputy'> | 'owner'

/** A commitment has more time than an answer: two reminders before its date, then its owner hears, then the head. */
export function promiseReminderFor(daysLeft: number): PromiseReminder | null {
  const kind = reminderFor(daysLeft)
  if (kind === 'deputy') return 'owner'
  return kind === 'fiveDays' ? 'tenDays' : kind
}
