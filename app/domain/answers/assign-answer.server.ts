/** An answer is given to an office, and there to one person; the public date stays where it is. */
import type { Actor } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { found, insist } from '#app/domain/refusal'
import { fromColumn } from './civil-date'
import { canAssign } from './policy'
import { lockAnswer, reachAnswer } from './reach-answer.server'

export type Assignment = { officeId: string; assigneeId: string | null }

export async function assignAnswer(
  actor: Actor,
  answerId: string,
  { officeId, assigneeId }: Assignment,
  now: Date = new Date(),
) {
  await transaction(async (tx, note) => {
    await lockAnswer(tx, answerId)
    const answer = await reachAnswer(tx, answerId, now)
    insist(canAssign(actor, answer.handled))
    insist(answer.version === 0 || 'answer.already-published')
    await insistOfficeOf(tx, officeId, answer.proposal.territoryId)
    if (assigneeId) await insistMember(tx, officeId, assigneeId, now)
    const moved = officeId !== answer.officeId
    const { count } = await tx.answer.updateMany({
      where: { id: answerId, version: 0 },
      // Whoever is writing goes on: the draft did not change
      data: { assigneeId, updatedAt: answer.updatedAt, ...(moved ? { officeId, seenAt: null } : {}) },
    })
    insist(count === 1 || 'answer.already-published')
    await note({
      what: 'answer.assigned',
      actor,
      subjectId: answer.proposalId,
      territoryId: answer.proposal.territoryId,
      details: {
        ...{ answerId, officeId, assigneeId, dueOn: fromColumn(answer.dueOn) },
        ...(answer.handled.late && { late: true }),
      },
    })
  })
}

/** Offices answer in their own territory. */
async function insistOfficeOf(tx: Tx, officeId: string, territoryId: string) {
  found(await tx.office.findFirst({ where: { id: officeId, territoryId, closedAt: null }, select: { id: true } }))
}

async function insistMember(tx: Tx, officeId: string, personId: string, now: Date) {
  const member = await tx.officeMember.findFirst({
    where: { officeId, personId, startsOn: { lte: now }, OR: [{ endsOn: null }, { endsOn: { gte: now } }] },
    select: { id: true },
  })
  insist(member !== null || 'answer.assignee-not-in-office')
}
