/** What an office promised, followed: steps with evidence, done, or dropped with the reason. */
import type { Actor } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import { canKeepCommitment } from './policy'

export async function addStep(
  actor: Actor,
  commitmentId: string,
  { text, evidence }: { text: string; evidence: string | null },
  now: Date = new Date(),
) {
  await transaction(async (tx, note) => {
    const commitment = await kept(tx, actor, commitmentId)
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    await tx.commitmentStep.create({
      data: { commitmentId, text, evidence, byId: actor.id, at: now },
      select: { id: true },
    })
    await note({ what: 'commitment.step-added', actor, ...commitment.entry })
  })
}

export async function finishCommitment(
  actor: Actor,
  commitmentId: string,
  { outcome, evidence }: { outcome: string; evidence: string | null },
  now: Date = new Date(),
) {
  await transaction(async (tx, note) => {
    const commitment = await kept(tx, actor, commitmentId)
    await close(tx, commitmentId, { doneAt: now, outcome, evidence })
    await note({ what: 'commitment.done', actor, ...commitment.entry })
  })
}

export async function dropCommitment(
  actor: Actor,
  commitmentId: string,
  { reason }: { reason: string },
  now: Date = new Date(),
) {
  await transaction(async (tx, note) => {
    const commitment = await kept(tx, actor, commitmentId)
    await close(tx, commitmentId, { droppedAt: now, outcome: reason })
    // What is drafted does not promise it again by itself
    if (commitment.pointId) {
      await tx.answerPoint.updateMany({
        where: { pointId: commitment.pointId },
        data: { promise: null, promisedOn: null },
      })
    }
    await note({ what: 'commitment.dropped', actor, ...commitment.entry })
  })
}

async function kept(tx: Tx, actor: Actor, commitmentId: string) {
  const row = found(
    await tx.commitment.findUnique({
      where: { id: commitmentId },
      select: {
        officeId: true,
        proposalId: true,
        pointId: true,
        doneAt: true,
        droppedAt: true,
        office: { select: { territoryId: true } },
      },
    }),
  )
  insist(canKeepCommitment(actor, { officeId: row.officeId, closed: row.doneAt !== null || row.droppedAt !== null }))
  return {
    pointId: row.pointId,
    entry: {
      // A commitment from elsewhere than a proposal is its own subject
      subjectId: row.proposalId ?? commitmentId,
      territoryId: row.office.territoryId,
      details: { commitmentId, officeId: row.officeId },
    },
  }
}

type Closing = { outcome: string; doneAt?: Date; droppedAt?: Date; evidence?: string | null }

async function close(tx: Tx, id: string, data: Closing) {
  const { count } = await tx.commitment.updateMany({ where: { id, doneAt: null, droppedAt: null }, data })
  insist(count === 1 || 'commitment.closed')
}
