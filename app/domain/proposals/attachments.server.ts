/** Files beside a proposal and pictures inside its text, put there by its authors. */
import type { Actor } from '#app/domain/authorization'
import { type AttachedFile, attachFile, removeFile, type Upload } from '#app/domain/files/attach.server'
import type { Tx } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import { canInvite } from './policy'
import { reach } from './reach.server'

const most = { attachment: 10, image: 40 }

export async function attachToProposal(
  actor: Actor,
  proposalId: string,
  purpose: keyof typeof most,
  upload: Upload,
): Promise<AttachedFile> {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  const attachment = { subjectKind: 'proposal', subjectId: proposalId, purpose, restricted: false } as const
  return attachFile(actor, attachment, upload, async (tx) => {
    await insistOnChanging(tx, actor, proposalId)
    const { subjectKind, subjectId } = attachment
    const there = await tx.storedFile.count({ where: { subjectKind, subjectId, purpose, removedAt: null } })
    insist(there <= most[purpose] || 'proposal.too-many-files')
  })
}

export async function detachFromProposal(actor: Actor, proposalId: string, fileId: string, now: Date = new Date()) {
  await removeFile(
    fileId,
    async (tx) => {
      await insistOnChanging(tx, actor, proposalId)
      const where = { id: fileId, subjectKind: 'proposal', subjectId: proposalId, removedAt: null }
      found(await tx.storedFile.findFirst({ where, select: { id: true } }))
    },
    now,
  )
}

/** Whoever may call others to write may change what is attached: a draft's authors, and an open proposal's. */
async function insistOnChanging(tx: Tx, actor: Actor, proposalId: string) {
  const { weighed } = await reach(tx, proposalId)
  insist(canInvite(actor, weighed))
}
