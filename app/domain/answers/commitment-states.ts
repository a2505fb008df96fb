/** How a commitment stands: derived from its dates, never stored. */
import type { CivilDate } from './civil-date'

export const commitmentStates = ['running', 'overdue', 'done', 'dropped'] as const
export type CommitmentState = (typeof commitmentStates)[number]

type Dates = { dueOn: CivilDate | null; doneAt: Date | null; droppedAt: Date | null }

export function commitmentState({ dueOn, doneAt, droppedAt }: Dates, today: CivilDate): CommitmentState {
  if (doneAt) return 'done'
  if (droppedAt) return 'dropped'
  return dueOn !== null && dueOn < today ? 'overdue' : 'running'
}

export function isCommitmentState(value: unknown): value is CommitmentState {
  return (commitmentStates as readonly unknown[]).includes(value)
}
