/** The office's decision on a registration: verified, to be completed, refused, suspended; with who, when and why. */
import { Prisma } from '#app/db/generated/client'
import type { Actor } from '#app/domain/authorization'
import type { What } from '#app/domain/journal/entries'
import { transaction } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import type { Decision } from './forms'
import { canDecide } from './policy'
import { needsNote, type OfficerMove, stateAfter } from './verification'

const entryOf: Record<OfficerMove, What> = {
  verify: 'association.verified',
  askToComplete: 'association.incomplete',
  refuse: 'association.refused',
  suspend: 'association.suspended',
}

export async function decideOnAssociation(actor: Actor, id: string, { move, note: words }: Decision, now = new Date()) {
  insist(!needsNote(move) || (words !== null && words.length >= 10) || 'association.say-why', 'note')
  try {
    await transaction(async (tx, note) => {
      const association = found(
        await tx.association.findUnique({
          where: { id },
          select: { verification: true, verifiedAt: true, seatId: true, seat: { select: { path: true } } },
        }),
      )
      const { verification, seat, seatId } = association
      insist(canDecide(actor, { id, verification, seatPath: seat?.path ?? null }, move))
      const state = stateAfter(move)
      const verifiedAt = association.verifiedAt ?? (move === 'verify' ? now : null)
      const { count } = await tx.association.updateMany({
        where: { id, verification },
        data: { verification: state, verificationNote: words, verifiedAt },
      })
      insist(count === 1 || 'association.already-moved')
      const byId = actor.kind === 'person' ? actor.id : null
      const { id: changeId } = await tx.associationChange.create({
        data: { associationId: id, state, note: words, byId, at: now },
        select: { id: true },
      })
      await note({
        what: entryOf[move],
        actor,
        subjectId: id,
        associationId: id,
        territoryId: seatId,
        details: { changeId },
      })
    })
  } catch (error) {
    // The database keeps one verified association a tax code, whoever was looking at the same moment.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      throw new Refusal('association.tax-code-taken')
    throw error
  }
}
