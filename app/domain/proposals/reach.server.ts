/** A proposal reached by its id, with the plain values that its policies weigh. */
import type { Prisma } from '#app/db/generated/client'
import type { Tx } from '#app/domain/journal/transaction.server'
import { found, insist } from '#app/domain/refusal'
import { canMove, type Move, type Stage, stageAfter } from './lifecycle'
import type { Weighed } from './policy'
import { rulesFrom } from './rules'

const reachable = {
  id: true,
  stage: true,
  title: true,
  document: true,
  topic: true,
  language: true,
  revision: true,
  version: true,
  territoryId: true,
  authorId: true,
  associationId: true,
  publishedAt: true,
  hiddenAt: true,
  answeredAt: true,
  rules: true,
  territory: { select: { path: true, population: true } },
  coAuthors: { where: { acceptedAt: { not: null }, endedAt: null }, select: { personId: true } },
} as const satisfies Prisma.ProposalSelect

type Row = Prisma.ProposalGetPayload<{ select: typeof reachable }>
export type Reached = Row & { weighed: Weighed }

export async function reach(tx: Tx, proposalId: string): Promise<Reached> {
  const row = found(await tx.proposal.findUnique({ where: { id: proposalId }, select: reachable }))
  return { ...row, weighed: weigh(row) }
}

function weigh(row: Row): Weighed {
  return {
    stage: row.stage,
    territoryPath: row.territory.path,
    authorId: row.authorId,
    coAuthorIds: row.coAuthors.flatMap(({ personId }) => personId ?? []),
    associationId: row.associationId,
    published: row.publishedAt !== null,
    hidden: row.hiddenAt !== null,
    answered: row.answeredAt !== null,
    rules: rulesFrom(row.rules),
  }
}

type Moved = Omit<Prisma.ProposalUncheckedUpdateManyInput, 'stage'>

export async function makeMove(tx: Tx, proposal: { id: string; stage: Stage }, move: Move, data: Moved) {
  insist(canMove(proposal.stage, move) || 'proposal.not-in-this-stage')
  insist((await moves(tx, proposal, move, data)) || 'proposal.already-moved')
}

/**
 * The write repeats the stage it was decided on, so two people cannot make the same move twice. False where the move
 * does not begin at this stage, or somebody else was quicker.
 */
export async function moves(tx: Tx, { id, stage }: { id: string; stage: Stage }, move: Move, data: Moved) {
  if (!canMove(stage, move)) return false
  const { count } = await tx.proposal.updateMany({ where: { id, stage }, data: { ...data, stage: stageAfter(move) } })
  return count === 1
}
