/** Proposals that wait for an answer, and answers drafted and published by the office. */
import { db } from '#app/db/client.server'
import { addDays, civilDateAt } from '#app/domain/answers/civil-date'
import { startClock } from '#app/domain/answers/clock-start.server'
import { publishAnswer } from '#app/domain/answers/publish-answer.server'
import { revisionOf, saveAnswerDraft } from '#app/domain/answers/write-answer.server'
import { transaction } from '#app/domain/journal/transaction.server'
import { actor, association, monopoli } from './people'
import { openProposal } from './proposals'

/** A Tuesday: thirty working days later is Wednesday 22 April 2026, over Easter Monday. */
export const tenMarch = new Date('2026-03-10T10:00:00Z')

type Wish = { now?: Date; points?: string[]; topic?: 'health' | 'education'; title?: string; forAssociation?: boolean }

export async function waitingProposal({ now = tenMarch, forAssociation, ...wish }: Wish = {}) {
  const associationId = forAssociation ? (await association()).id : null
  const { id: proposalId } = await openProposal({ ...wish, associationId, territoryId: (await monopoli()).id, now })
  const { answerId, dueOn } = await transaction(async (tx, note) => {
    await tx.proposal.update({
      where: { id: proposalId },
      data: { stage: 'qualified', qualifiedAt: now },
      select: { id: true },
    })
    return startClock(tx, note, { proposalId, round: 1, now })
  })
  return { proposalId, answerId, dueOn }
}

export async function revision(answerId: string) {
  return revisionOf(await db.answer.findUniqueOrThrow({ where: { id: answerId }, select: { updatedAt: true } }))
}

export async function livePoints(proposalId: string) {
  return db.point.findMany({
    where: { proposalId, splitAt: null },
    orderBy: { position: 'asc' },
    select: { id: true, position: true, text: true },
  })
}

export const nothing = { actNumber: null, actDate: null, actLink: null, promise: null, promisedOn: null }

/** The first point accepted with a promise for 175 days later, the others refused, each with its reasons. */
export async function drafted(answerId: string, proposalId: string, now = tenMarch) {
  const points = await livePoints(proposalId)
  return saveAnswerDraft(
    await actor('emanuele'),
    answerId,
    {
      revision: await revision(answerId),
      opening: 'Grazie della proposta.',
      language: 'it',
      points: points.map(({ id }, index) =>
        index === 0
          ? {
              ...nothing,
              pointId: id,
              verdict: 'accepted',
              reasons: 'Serve.',
              promise: 'Apriamo lo sportello',
              promisedOn: addDays(civilDateAt(now), 175),
            }
          : { ...nothing, pointId: id, verdict: 'notAccepted', reasons: 'Non ci sono fondi.' },
      ),
    },
    now,
  )
}

export async function answeredProposal(wish: Wish & { answeredAt?: Date } = {}) {
  const waiting = await waitingProposal(wish)
  const { answeredAt = tenMarch } = wish
  const { revision } = await drafted(waiting.answerId, waiting.proposalId, answeredAt)
  await publishAnswer(await actor('emanuele'), waiting.answerId, { revision, changeReason: null }, answeredAt)
  return waiting
}
