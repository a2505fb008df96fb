/** Writing together: an invitation by letter, accepted once, and left when one likes. */
import { db } from '#app/db/client.server'
import type { Actor, SignedIn } from '#app/domain/authorization'
import { countTry, limits } from '#app/domain/identity/attempts.server'
import { canAcceptAt } from '#app/domain/identity/invitations.server'
import { hashOf, newSecret } from '#app/domain/identity/secrets.server'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import { wordsFor } from '#app/i18n/server-words.server'
import { writeTo } from '#app/mail/templates.server'
import { canInvite, isAuthor } from './policy'
import { reach } from './reach.server'

const mostCoAuthors = 10
const daysOpen = 30

/** Answers the same whether the address is known here or not. */
export async function inviteCoAuthor(actor: Actor, proposalId: string, email: string) {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  await countTry(limits.invitations, actor.id)
  await transaction(async (tx, note) => {
    const proposal = await reach(tx, proposalId)
    insist(canInvite(actor, proposal.weighed))
    insist(!(await isOwnAddress(tx, actor, email)) || 'proposal.own-address', 'email')
    const living = { proposalId, endedAt: null }
    insist((await tx.coAuthor.count({ where: living })) < mostCoAuthors || 'proposal.too-many-authors')
    await tx.coAuthor.deleteMany({ where: { ...living, invitedEmail: email, acceptedAt: null } })
    const { secret, hash } = newSecret()
    await tx.coAuthor.create({ data: { proposalId, invitedEmail: email, tokenHash: hash }, select: { id: true } })
    await sendInvitation(tx, actor, proposalId, email, secret)
    await note({ what: 'proposal.author-invited', actor, subjectId: proposalId, territoryId: proposal.territoryId })
  })
}

async function isOwnAddress(tx: Tx, { id }: SignedIn, email: string) {
  return (await tx.person.count({ where: { id, email } })) > 0
}

async function sendInvitation(tx: Tx, actor: SignedIn, proposalId: string, email: string, secret: string) {
  const { title } = await tx.proposal.findUniqueOrThrow({ where: { id: proposalId }, select: { title: true } })
  const known = await tx.person.findUnique({ where: { email }, select: { language: true } })
  const language = known?.language ?? actor.language
  await writeTo(tx, 'co-author', {
    key: `co-author:${hashOf(secret)}`,
    to: email,
    language,
    values: { inviter: actor.name, title: title || wordsFor(language)('proposals.untitled') },
    path: `/proposals/invitations/${secret}`,
  })
}

/** What the holder of an invitation sees before accepting it. */
export async function coAuthorInvitation(actor: Actor, secret: string, now: Date = new Date()) {
  const invitation = found(
    await db.coAuthor.findUnique({
      where: { tokenHash: hashOf(secret) },
      select: {
        createdAt: true,
        acceptedAt: true,
        endedAt: true,
        invitedEmail: true,
        proposal: { select: { id: true, title: true, stage: true, language: true } },
      },
    }),
  )
  insist(isOpen(invitation, now) || 'proposal.invitation-over')
  return { proposal: invitation.proposal, can: await canAcceptAt(db, actor, invitation.invitedEmail) }
}

/** Only by the person at whose address the letter arrived; of two at once, one. */
export async function acceptCoAuthorship(actor: Actor, secret: string, now: Date = new Date()) {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  return transaction(async (tx, note) => {
    const invitation = found(
      await tx.coAuthor.findUnique({
        where: { tokenHash: hashOf(secret) },
        select: {
          id: true,
          proposalId: true,
          invitedEmail: true,
          createdAt: true,
          acceptedAt: true,
          endedAt: true,
        },
      }),
    )
    insist(isOpen(invitation, now) || 'proposal.invitation-over')
    insist(await canAcceptAt(tx, actor, invitation.invitedEmail))
    const proposal = await reach(tx, invitation.proposalId)
    insist(actor.id !== proposal.authorId || 'proposal.already-an-author')
    await tx.coAuthor.deleteMany({ where: { proposalId: proposal.id, personId: actor.id, endedAt: { not: null } } })
    insist(!proposal.weighed.coAuthorIds.includes(actor.id) || 'proposal.already-an-author')
    const { count } = await tx.coAuthor.updateMany({
      where: { id: invitation.id, acceptedAt: null, endedAt: null },
      data: { personId: actor.id, acceptedAt: now, tokenHash: null, invitedEmail: null },
    })
    insist(count === 1 || 'proposal.invitation-over')
    await note({
      what: 'proposal.author-joined',
      actor,
      subjectId: proposal.id,
      territoryId: proposal.territoryId,
      details: { personId: actor.id },
    })
    return { proposalId: proposal.id, stage: proposal.stage }
  })
}

/** Ends a co-authorship or an invitation: one's own, or any of them for the first author. */
export async function endCoAuthorship(actor: Actor, proposalId: string, coAuthorId: string, now: Date = new Date()) {
  await transaction(async (tx, note) => {
    const proposal = await reach(tx, proposalId)
    const row = found(
      await tx.coAuthor.findFirst({ where: { id: coAuthorId, proposalId }, select: { personId: true } }),
    )
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    const owns = isAuthor(actor, { ...proposal.weighed, coAuthorIds: [] })
    insist(owns || row.personId === actor.id || 'not-found')
    const { count } = await tx.coAuthor.updateMany({
      where: { id: coAuthorId, endedAt: null },
      data: { endedAt: now, tokenHash: null, invitedEmail: null },
    })
    if (count === 0) return
    await note({
      what: 'proposal.author-left',
      actor,
      subjectId: proposalId,
      territoryId: proposal.territoryId,
      details: { personId: row.personId },
    })
  })
}

function isOpen(invitation: { createdAt: Date; acceptedAt: Date | null; endedAt: Date | null }, now: Date) {
  const age = now.getTime() - invitation.createdAt.getTime()
  return invitation.acceptedAt === null && invitation.endedAt === null && age < daysOpen * 86_400_000
}
