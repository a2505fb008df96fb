/** Mandates: invited by letter, accepted once, ended by either side; an association never loses its last representative. */
import { db } from '#app/db/client.server'
import type { Actor, MandateKind, SignedIn } from '#app/domain/authorization'
import { countTry, limits } from '#app/domain/identity/attempts.server'
import { canAcceptAt } from '#app/domain/identity/invitations.server'
import { hashOf, newSecret } from '#app/domain/identity/secrets.server'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import { type MandateDays, wordsForMandate } from '#app/mail/mandate-words.server'
import { writeTo } from '#app/mail/templates.server'
import type { Invitation } from './forms'
import { canEndMandate, canInvite } from './policy'
import { standing } from './register-association.server'

/** Days in which an invitation can be accepted. */
const invitationDays = 14

/** Answers the same whether the address is known here or not. */
export async function inviteTo(
  actor: SignedIn,
  associationId: string,
  { email, kind, startsOn, endsOn }: Invitation,
  now = new Date(),
) {
  await countTry(limits.invitations, actor.id)
  await transaction(async (tx, note) => {
    await lockMandates(tx, associationId)
    const association = await standing(tx, associationId)
    const hasRepresentative = (await lastingRepresentatives(tx, associationId, now)).length > 0
    insist(canInvite(actor, association, kind, { hasRepresentative }))
    const today = dayOf(now)
    insist(!startsOn || startsOn >= today || 'association.starts-in-the-past', 'startsOn')
    insist(!endsOn || endsOn > now || 'association.ends-in-the-past', 'endsOn')
    insist(!endsOn || endsOn >= (startsOn ?? today) || 'association.ends-before-it-starts', 'endsOn')
    await tx.mandate.updateMany({
      where: { associationId, invitedEmail: email, kind, acceptedAt: null, endedAt: null },
      data: { endedAt: now, tokenHash: null },
    })
    const { secret, hash } = newSecret()
    const { id } = await tx.mandate.create({
      data: {
        associationId,
        kind,
        invitedEmail: email,
        tokenHash: hash,
        invitedById: actor.id,
        startsOn: startsOn ?? today,
        endsOn: endsOn ?? null,
      },
      select: { id: true },
    })
    const days = { from: startsOn && startsOn > today ? startsOn : null, until: endsOn ?? null }
    await sendInvitation(tx, actor, { associationId, email, kind, days, secret, key: `invitation:${id}` })
    await note({
      what: 'mandate.invited',
      actor,
      subjectId: associationId,
      associationId,
      details: { mandateId: id, kind },
    })
  })
}

type Sending = {
  associationId: string
  email: string
  kind: MandateKind
  days: MandateDays
  secret: string
  key: string
}

async function sendInvitation(tx: Tx, actor: SignedIn, { associationId, email, kind, days, secret, key }: Sending) {
  const { name } = await tx.association.findUniqueOrThrow({ where: { id: associationId }, select: { name: true } })
  const known = await tx.person.findUnique({ where: { email }, select: { language: true } })
  const language = known?.language ?? actor.language
  const values = { inviter: actor.name, association: name, role: wordsForMandate(language, kind, days) }
  await writeTo(tx, 'invitation', {
    key,
    to: email,
    language,
    values,
    path: `/associations/invitation?token=${secret}`,
  })
}

/** What the link is about, for whoever holds it; null when it opens nothing any more. */
export async function invitationFor(token: string, now = new Date()) {
  const mandate = await db.mandate.findUnique({
    where: { tokenHash: hashOf(token) },
    select: {
      id: true,
      kind: true,
      startsOn: true,
      endsOn: true,
      createdAt: true,
      acceptedAt: true,
      endedAt: true,
      invitedEmail: true,
      associationId: true,
      association: { select: { name: true } },
      invitedBy: { select: { pseudonym: true, realName: true, showsRealName: true } },
    },
  })
  if (!mandate || mandate.acceptedAt || mandate.endedAt) return null
  const open = now.getTime() - mandate.createdAt.getTime() < invitationDays * 86_400_000
  return open ? mandate : null
}

/** The same, and whether the one who holds the link may accept it. */
export async function invitationPage(actor: Actor, token: string, now = new Date()) {
  const invitation = await invitationFor(token, now)
  return invitation && { ...invitation, can: await canAcceptAt(db, actor, invitation.invitedEmail) }
}

/** Only by the person at whose address the letter arrived; of two at once, one. */
export async function acceptInvitation(actor: SignedIn, token: string, now = new Date()) {
  const invitation = await invitationFor(token, now)
  if (!invitation) throw new Refusal('association.invitation-over')
  const { associationId, kind, id } = invitation
  await transaction(async (tx, note) => {
    await lockMandates(tx, associationId)
    insist(await canAcceptAt(tx, actor, invitation.invitedEmail))
    const held = { associationId, personId: actor.id, kind }
    const other = await tx.mandate.findFirst({ where: { ...held, ...liveOrToCome(now) }, select: { id: true } })
    insist(other === null || 'association.mandate-already-held')
    await makeRoom(tx, held, now)
    const { count } = await tx.mandate.updateMany({
      where: { id, tokenHash: hashOf(token), acceptedAt: null, endedAt: null },
      data: { personId: actor.id, acceptedAt: now, invitedEmail: null, tokenHash: null },
    })
    insist(count === 1 || 'association.invitation-over')
    await note({
      what: 'mandate.accepted',
      actor,
      subjectId: associationId,
      associationId,
      details: { mandateId: id, kind },
    })
  })
  return { associationId, toCome: invitation.startsOn > now }
}

/** One mandate of a kind at a time: what is over, or is to begin, makes room for the next. */
async function makeRoom(tx: Tx, held: Held, now: Date) {
  await tx.mandate.updateMany({ where: { ...held, endedAt: null }, data: { endedAt: now } })
}

/** Ends a mandate, or takes an invitation back. Says whether it was one's own. */
export async function endMandate(actor: Actor, associationId: string, mandateId: string, now = new Date()) {
  return transaction(async (tx, note) => {
    await lockMandates(tx, associationId)
    const mandate = found(
      await tx.mandate.findFirst({
        where: { id: mandateId, associationId, endedAt: null },
        select: { personId: true, kind: true, acceptedAt: true, endsOn: true },
      }),
    )
    insist(canEndMandate(actor, await standing(tx, associationId), mandate.personId))
    if (mandate.kind === 'representative' && mandate.acceptedAt)
      await insistOnAnotherRepresentative(tx, associationId, mandateId, now)
    await tx.mandate.update({ where: { id: mandateId }, data: { endedAt: now, tokenHash: null }, select: { id: true } })
    const what = mandate.acceptedAt ? 'mandate.ended' : 'mandate.invitation-withdrawn'
    const details = { mandateId, kind: mandate.kind, ...(mandate.personId && { personId: mandate.personId }) }
    await note({ what, actor, subjectId: associationId, associationId, details })
    return actor.kind === 'person' && mandate.personId === actor.id
  })
}

/** A representative hands over to somebody who already acts for the association, and goes on as a delegate. */
export async function handOver(actor: SignedIn, associationId: string, toMandateId: string, now = new Date()) {
  await transaction(async (tx, note) => {
    await lockMandates(tx, associationId)
    const own = await liveMandate(tx, { associationId, personId: actor.id, kind: 'representative' }, now)
    insist(own !== null || 'association.only-representatives')
    insist((await standing(tx, associationId)).verification !== 'suspended' || 'association.suspended')
    const heir = found(
      await tx.mandate.findFirst({
        where: { id: toMandateId, associationId, NOT: { personId: actor.id }, ...live(now) },
        select: { personId: true, kind: true },
      }),
    )
    const personId = found(heir.personId)
    insist(heir.kind !== 'representative' || 'association.mandate-already-held')
    const given = { startsOn: dayOf(now), acceptedAt: now, invitedById: actor.id }
    await tx.mandate.updateMany({ where: { id: { in: [own?.id ?? '', toMandateId] } }, data: { endedAt: now } })
    await makeRoom(tx, { associationId, personId, kind: 'representative' }, now)
    await tx.mandate.createMany({ data: [{ associationId, personId, kind: 'representative', ...given }] })
    const delegate = { associationId, personId: actor.id, kind: 'delegate' } as const
    if (!(await liveMandate(tx, delegate, now))) {
      await makeRoom(tx, delegate, now)
      await tx.mandate.createMany({ data: [{ ...delegate, ...given }] })
    }
    const details = { kind: 'representative', personId }
    await note({ what: 'mandate.accepted', actor, subjectId: associationId, associationId, details })
  })
}

type Held = { associationId: string; personId: string; kind: MandateKind }

/** Accepted, not taken back, and today within its days. */
export function live(now: Date) {
  return { ...liveOrToCome(now), startsOn: { lte: dayOf(now) } }
}

export function liveOrToCome(now: Date) {
  return { acceptedAt: { not: null }, endedAt: null, OR: [{ endsOn: null }, { endsOn: { gte: dayOf(now) } }] }
}

async function liveMandate(tx: Tx, held: Held, now: Date) {
  return tx.mandate.findFirst({ where: { ...held, ...live(now) }, select: { id: true } })
}

/** Representatives in force whose mandate has no last day, so that time alone locks nobody out. */
async function lastingRepresentatives(tx: Tx, associationId: string, now: Date) {
  const rows = await tx.mandate.findMany({
    where: {
      associationId,
      kind: 'representative',
      acceptedAt: { not: null },
      endedAt: null,
      startsOn: { lte: dayOf(now) },
      endsOn: null,
      person: { erasedAt: null },
    },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

async function insistOnAnotherRepresentative(tx: Tx, associationId: string, mandateId: string, now: Date) {
  const others = (await lastingRepresentatives(tx, associationId, now)).filter((id) => id !== mandateId)
  insist(others.length > 0 || 'association.last-representative')
}

/** Mandates of one association change one at a time. */
async function lockMandates(tx: Tx, associationId: string) {
  found((await tx.$queryRaw<unknown[]>`select 1 from "Association" where id = ${associationId} for update`)[0])
}

export const dayOf = (now: Date) => new Date(now.toISOString().slice(0, 10))
