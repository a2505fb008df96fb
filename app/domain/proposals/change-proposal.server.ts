/** A published text changes: corrected in its first hours, then as a numbered version with a note. */
import { inNameOf } from '#app/domain/associations/policy'
import type { Actor } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { insist, Refusal } from '#app/domain/refusal'
import { excerpt, plainText } from '#app/editor/document'
import { documentIn, excerptLength, pointsOf, replacePoints } from './drafts.server'
import type { Change } from './forms'
import { isInEditWindow } from './lifecycle'
import { canChange } from './policy'
import { type Reached, reach } from './reach.server'
import { bounds } from './readiness'
import { rulesFrom } from './rules'

export async function changeProposal(
  actor: Actor,
  proposalId: string,
  change: Change,
  now: Date = new Date(),
): Promise<{ version: number }> {
  return transaction(async (tx, note) => {
    const proposal = await reach(tx, proposalId)
    insist(canChange(actor, proposal.weighed))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    const document = documentIn(change.document)
    insist(plainText(document).trim().length >= bounds.text.min || 'proposal.lacks-text-short', 'document')
    const corrects = isCorrection(proposal, now)
    insist(corrects || change.note.trim().length >= bounds.note.min || 'proposal.note-required', 'note')
    const version = corrects ? proposal.version : proposal.version + 1
    const points = change.points.length > 0 ? change.points : [change.title]
    if (!corrects) await keepFirstVersion(tx, proposal)
    const { count } = await tx.proposal.updateMany({
      where: { id: proposalId, stage: 'open', revision: change.revision },
      data: {
        title: change.title,
        document,
        excerpt: excerpt(document, excerptLength),
        version,
        revision: { increment: 1 },
      },
    })
    insist(count === 1 || 'proposal.changed-elsewhere')
    await replacePoints(tx, proposalId, points)
    if (!corrects) {
      await tx.proposalVersion.create({
        data: {
          proposalId,
          number: version,
          title: change.title,
          document,
          points,
          byId: actor.id,
          at: now,
          note: change.note.trim(),
        },
        select: { number: true },
      })
    }
    await note({
      what: corrects ? 'proposal.corrected' : 'proposal.changed',
      actor,
      subjectId: proposalId,
      territoryId: proposal.territoryId,
      associationId: inNameOf(actor, proposal.associationId),
      details: { version },
    })
    return { version }
  })
}

/** Only a first version is corrected, and only in its window. */
export function isCorrection(proposal: Pick<Reached, 'version' | 'publishedAt' | 'rules'>, now: Date): boolean {
  const hours = rulesFrom(proposal.rules)?.editWindowHours ?? 0
  return proposal.version === 1 && proposal.publishedAt !== null && isInEditWindow(proposal.publishedAt, hours, now)
}

/** While it can be corrected a first version has no copy: the copy is made when the second replaces it. */
async function keepFirstVersion(tx: Tx, proposal: Reached) {
  if (proposal.version !== 1 || !proposal.publishedAt) return
  await tx.proposalVersion.createMany({
    data: {
      proposalId: proposal.id,
      number: 1,
      title: proposal.title,
      document: proposal.document as object,
      points: await pointsOf(tx, proposal.id),
      byId: proposal.authorId,
      at: proposal.publishedAt,
    },
    skipDuplicates: true,
  })
}
