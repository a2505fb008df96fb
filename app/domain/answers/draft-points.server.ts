/** The points of an answer with what is drafted on each, and what was promised of it. */
import type { Tx } from '#app/domain/journal/transaction.server'
import { fromColumn } from './civil-date'
import type { DraftPoint } from './publishable'

type Drafted = { proposalId: string; answerId: string }

export async function draftPoints(
  tx: Pick<Tx, 'point' | 'commitment'>,
  { proposalId, answerId }: Drafted,
): Promise<DraftPoint[]> {
  const points = await tx.point.findMany({
    where: { proposalId, splitAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, position: true, text: true, answers: { where: { answerId }, select: drafted } },
  })
  const commitments = await tx.commitment.findMany({
    where: { proposalId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, pointId: true, title: true, dueOn: true, doneAt: true, droppedAt: true },
  })
  return points.map(({ answers: [draft], ...point }) => ({
    ...point,
    verdict: draft?.verdict ?? null,
    reasons: draft?.reasons ?? '',
    actNumber: draft?.actNumber ?? null,
    actDate: civil(draft?.actDate),
    actLink: draft?.actLink ?? null,
    promise: draft?.promise ?? null,
    promisedOn: civil(draft?.promisedOn),
    commitments: commitments
      .filter(({ pointId, droppedAt }) => pointId === point.id && !droppedAt)
      .map(({ id, title, dueOn, doneAt }) => ({ id, title, dueOn: civil(dueOn), done: doneAt !== null })),
    dropped: commitments.some(({ pointId, droppedAt }) => pointId === point.id && droppedAt !== null),
  }))
}

const drafted = {
  verdict: true,
  reasons: true,
  actNumber: true,
  actDate: true,
  actLink: true,
  promise: true,
  promisedOn: true,
} as const

function civil(column: Date | null | undefined) {
  return column ? fromColumn(column) : null
}
