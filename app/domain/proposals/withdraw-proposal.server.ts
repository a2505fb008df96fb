/** A published proposal is taken back by its author; it stays readable, with the trace of it. */
import { inNameOf } from '#app/domain/associations/policy'
import type { Actor } from '#app/domain/authorization'
import { transaction } from '#app/domain/journal/transaction.server'
import { insist } from '#app/domain/refusal'
import { discardDraft } from './drafts.server'
import { canWithdraw } from './policy'
import { makeMove, reach } from './reach.server'

/** Says what it was: a draft is thrown away. */
export async function withdrawProposal(actor: Actor, proposalId: string, now: Date = new Date()) {
  const stage = await transaction(async (tx, note) => {
    const proposal = await reach(tx, proposalId)
    insist(canWithdraw(actor, proposal.weighed))
    if (proposal.stage === 'draft') return 'draft'
    await makeMove(tx, proposal, 'withdraw', { withdrawnAt: now })
    await note({
      what: 'proposal.withdrawn',
      actor,
      subjectId: proposalId,
      territoryId: proposal.territoryId,
      associationId: inNameOf(actor, proposal.associationId),
    })
    return 'open'
  })
  if (stage === 'draft') await discardDraft(actor, proposalId, now)
  return { stage }
}
