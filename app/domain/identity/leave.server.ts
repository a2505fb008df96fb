/** Leaving for good: what says who one was goes, in one act; what was said in public stays, under nobody's name. */
import type { SignedIn } from '#app/domain/authorization'
import { type Noting, type Tx, transaction } from '#app/domain/journal/transaction.server'
import { Refusal } from '#app/domain/refusal'
import { removeBytes } from '#app/storage/files.server'
import { goodByeKey } from './change-address.server'
import { heldAlone, lockHeld } from './held-alone.server'
import { nameOfWhoLeft, tiesOf } from './leaving'
import { insistOnOwnPassword } from './reset-password.server'
import { lastDayToEndNow } from './roles'

export async function leave(actor: SignedIn, password: string, now = new Date()) {
  await insistOnOwnPassword(actor, password)
  const files = await transaction(async (tx, note) => {
    await lockHeld(tx, actor.id)
    const [tie] = tiesOf(await heldAlone(tx, actor.id))
    if (tie) throw new Refusal(tie.reason, tie.values)
    await forgetAddress(tx, actor.id, now)
    await forgetHabits(tx, actor.id)
    await endOffices(tx, actor.id, now)
    await endMandates(tx, note, actor, now)
    const files = await forgetDrafts(tx, actor.id, now)
    await tx.person.update({ where: { id: actor.id }, data: { ...nobody, erasedAt: now }, select: { id: true } })
    await note({ what: 'person.left', actor, subjectId: actor.id })
    return files
  })
  for (const id of files) await removeBytes(id)
}

const nobody = {
  email: null,
  emailConfirmedAt: null,
  passwordHash: null,
  pseudonym: nameOfWhoLeft,
  realName: null,
  showsRealName: false,
  homeTerritoryId: null,
  language: 'it',
}

/** Wherever an address of theirs is written: letters, sent or not, and invitations that nobody accepted. */
async function forgetAddress(tx: Tx, personId: string, now: Date) {
  const { email, mailTokens } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { email: true, mailTokens: { select: { address: true } } },
  })
  const asked = mailTokens.flatMap(({ address }) => address ?? [])
  const { keys, before } = await formerAddresses(tx, personId)
  const addresses = email ? [email, ...before] : before
  await tx.letter.deleteMany({
    where: {
      OR: [
        { to: { in: addresses } },
        { to: { in: asked }, key: { startsWith: 'changeAddress:' } },
        { key: { in: keys } },
        { key: { endsWith: `:${personId}` } },
      ],
    },
  })
  const invited = { invitedEmail: { in: addresses } }
  await tx.coAuthor.deleteMany({ where: { ...invited, acceptedAt: null } })
  await tx.mandate.updateMany({ where: { ...invited, endedAt: null }, data: { endedAt: now } })
  await tx.mandate.updateMany({ where: invited, data: { invitedEmail: null, tokenHash: null } })
}

/** Known from the letters that said good-bye to them; an address that somebody else has taken since is theirs. */
async function formerAddresses(tx: Tx, personId: string) {
  const changes = await tx.entry.findMany({
    where: { subjectKind: 'person', subjectId: personId, what: 'person.address-changed' },
    select: { id: true },
  })
  const keys = changes.map(({ id }) => goodByeKey(id))
  const letters = await tx.letter.findMany({ where: { key: { in: keys } }, select: { to: true } })
  const told = letters.map(({ to }) => to)
  const others = await tx.person.findMany({
    where: { email: { in: told }, id: { not: personId } },
    select: { email: true },
  })
  return { keys, before: told.filter((to) => !others.some(({ email }) => email === to)) }
}

async function forgetHabits(tx: Tx, personId: string) {
  const own = { where: { personId } }
  await tx.signInSession.deleteMany(own)
  await tx.knownDevice.deleteMany(own)
  await tx.mailToken.deleteMany(own)
  await tx.attestationCode.deleteMany(own)
  await tx.notification.deleteMany(own)
  await tx.notificationPreference.deleteMany(own)
  await tx.follow.deleteMany(own)
  await tx.volunteer.deleteMany({ where: { personId, panel: { stage: 'gathering' } } })
}

/** Roles and seats had their last day yesterday; what was given to this person to answer goes back to the office. */
async function endOffices(tx: Tx, personId: string, now: Date) {
  const endsOn = lastDayToEndNow(now)
  const lasting = { personId, OR: [{ endsOn: null }, { endsOn: { gt: endsOn } }] }
  await tx.role.updateMany({ where: lasting, data: { endsOn } })
  await tx.officeMember.deleteMany({ where: { personId, startsOn: { gt: endsOn } } })
  await tx.officeMember.updateMany({ where: lasting, data: { endsOn } })
  await tx.$executeRaw`
    update "Answer" set "assigneeId" = null where "assigneeId" = ${personId} and "publishedAt" is null`
}

async function endMandates(tx: Tx, note: Noting, actor: SignedIn, now: Date) {
  const held = await tx.mandate.findMany({
    where: { personId: actor.id, endedAt: null },
    select: { id: true, kind: true, associationId: true },
  })
  for (const { id: mandateId, kind, associationId } of held) {
    await tx.mandate.update({ where: { id: mandateId }, data: { endedAt: now }, select: { id: true } })
    const details = { mandateId, kind, personId: actor.id }
    await note({ what: 'mandate.ended', actor, subjectId: associationId, associationId, details })
  }
}

/** What nobody else wrote or owns, and nobody has read. Gives the files whose bytes go with it. */
async function forgetDrafts(tx: Tx, personId: string, now: Date) {
  await tx.coAuthor.updateMany({
    where: { personId, endedAt: null, proposal: { publishedAt: null } },
    data: { endedAt: now },
  })
  const shared = { some: { acceptedAt: { not: null }, endedAt: null } }
  const drafts = await tx.proposal.findMany({
    where: { authorId: personId, publishedAt: null, associationId: null, NOT: { coAuthors: shared } },
    select: { id: true },
  })
  const ids = drafts.map(({ id }) => id)
  const attached = { subjectKind: 'proposal', subjectId: { in: ids } }
  const files = await tx.storedFile.findMany({ where: attached, select: { id: true } })
  await tx.storedFile.deleteMany({ where: attached })
  await tx.coAuthor.deleteMany({ where: { proposalId: { in: ids } } })
  await tx.point.deleteMany({ where: { proposalId: { in: ids } } })
  await tx.proposal.deleteMany({ where: { id: { in: ids } } })
  return files.map(({ id }) => id)
}
