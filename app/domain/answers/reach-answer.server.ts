/** An answer reached by its id, with the plain values that its policies weigh. */
import type { Prisma } from '#app/db/generated/client'
import type { Actor } from '#app/domain/authorization'
import type { Tx } from '#app/domain/journal/transaction.server'
import { inHandsOf } from '#app/domain/offices/seats.server'
import { isAuthor } from '#app/domain/proposals/policy'
import { found } from '#app/domain/refusal'
import { civilDateAt, fromColumn } from './civil-date'
import type { Handled, Judged } from './policy'

export const reachable = {
  id: true,
  proposalId: true,
  round: true,
  officeId: true,
  assigneeId: true,
  startedAt: true,
  dueOn: true,
  computation: true,
  opening: true,
  language: true,
  publishedAt: true,
  version: true,
  updatedAt: true,
  extension: { select: { answerId: true } },
  versions: { orderBy: { number: 'desc' }, take: 1, select: { verdict: { select: { satisfaction: true } } } },
  proposal: {
    select: {
      title: true,
      language: true,
      stage: true,
      territoryId: true,
      rules: true,
      authorId: true,
      associationId: true,
      territory: { select: { path: true } },
      coAuthors: { where: { acceptedAt: { not: null }, endedAt: null }, select: { personId: true } },
      answers: { select: { round: true } },
    },
  },
} as const satisfies Prisma.AnswerSelect

type Row = Prisma.AnswerGetPayload<{ select: typeof reachable }>
export type ReachedAnswer = Row & { handled: Handled }

export async function reachAnswer(tx: Tx, answerId: string, now: Date): Promise<ReachedAnswer> {
  const kept = found(await tx.answer.findUnique({ where: { id: answerId }, select: reachable }))
  const row = { ...kept, assigneeId: kept.assigneeId && (await inHands(tx, answerId)) }
  return { ...row, handled: handledFrom(row, now) }
}

async function inHands(tx: Tx, answerId: string): Promise<string | null> {
  const [answer] = await tx.$queryRaw<{ personId: string | null }[]>`
    select ${inHandsOf} as "personId" from "Answer" a where a.id = ${answerId}`
  return answer?.personId ?? null
}

function handledFrom(row: Row, now: Date): Handled {
  return {
    officeId: row.officeId,
    assigneeId: row.assigneeId,
    territoryPath: row.proposal.territory.path,
    version: row.version,
    overtaken: row.proposal.answers.some(({ round }) => round > row.round),
    extended: row.extension !== null,
    late: civilDateAt(now) > fromColumn(row.dueOn),
  }
}

export function judgedBy(actor: Actor, row: ReachedAnswer): Judged {
  const { authorId, associationId, coAuthors } = row.proposal
  const coAuthorIds = coAuthors.flatMap(({ personId }) => personId ?? [])
  return {
    author: isAuthor(actor, { authorId, associationId, coAuthorIds, published: true }),
    round: row.round,
    published: row.version > 0,
    satisfaction: row.versions[0]?.verdict?.satisfaction ?? null,
    overtaken: row.handled.overtaken,
  }
}

/** Takes the answer's row for this act: two acts on one answer stand in a line. */
export async function lockAnswer(tx: Tx, answerId: string) {
  await tx.$queryRaw`select id from "Answer" where id = ${answerId} for update`
}
