/** Files beside a proposal and pictures inside its text, put there by its authors. */
import type { Actor } from '#app/domain/authorization'
import { type AttachedFile, attachFile, removeFile, type Upload } from '#app/domain/files/attach.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import { canChange, canEditDraft } from './policy'
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
    const { weighed } = await reach(tx, proposalId)
    // A picture is part of the text: where the text may be changed, it is shown with its next version
    const inNextVersion = purpose === 'image' && weighed.stage !== 'draft'
    insist(inNextVersion ? canChange(actor, weighed) : canEditDraft(actor, weighed))
    const { subjectKind, subjectId } = attachment
    const there = await tx.storedFile.count({ where: { subjectKind, subjectId, purpose, removedAt: null } })
    insist(there <= most[purpose] || 'proposal.too-many-files')
  })
}

/** What everybody reads stays: only a draft loses files. */
export async function detachFromProposal(actor: Actor, proposalId: string, fileId: string, now: Date = new Date()) {
  await removeFile(
    fileId,
    async (tx) => {
      const { weighed } = await reach(tx, proposalId)
      insist(canEditDraft(actor, weighed))
      const where = { id: fileId, subjectKind: 'proposal', subjectId: proposalId, removedAt: null }
      found(await tx.storedFile.findFirst({ where, select: { id: true } }))
    },
    now,
  )
}
