/** One's own account: profile, and the list of browsers where one is signed in. */
import { db } from '#app/db/client.server'
import type { SignedIn } from '#app/domain/authorization'
import { transaction } from '#app/domain/journal/transaction.server'
import { insist } from '#app/domain/refusal'
import { countsFor } from './attestation'
import type { Profile } from './forms'
import { isPersonalName } from './names'
import { comune } from './register.server'

export async function changeProfile(actor: SignedIn, form: Profile) {
  insist(isPersonalName(form.pseudonym))
  insist(form.realName === null || isPersonalName(form.realName))
  insist(!form.showsRealName || form.realName !== null || 'identity.no-real-name')
  const homeTerritoryId = await comune(form.homeTerritoryId)
  const { pseudonym, realName, showsRealName, language } = form
  await transaction(async (tx, note) => {
    await tx.person.update({
      where: { id: actor.id },
      data: { pseudonym, realName, showsRealName, language, homeTerritoryId },
      select: { id: true },
    })
    await note({ what: 'person.profile-changed', actor, subjectId: actor.id })
  })
}

export async function ownProfile(actor: SignedIn) {
  const { attestations, homeTerritory, ...profile } = await db.person.findUniqueOrThrow({
    where: { id: actor.id },
    select: {
      email: true,
      emailConfirmedAt: true,
      pseudonym: true,
      realName: true,
      showsRealName: true,
      homeTerritoryId: true,
      homeTerritory: { select: { path: true } },
      language: true,
      attestations: {
        where: { revokedAt: null, expiresOn: { gte: new Date() } },
        select: { at: true, expiresOn: true, place: true, territory: { select: { name: true, path: true } } },
        orderBy: { at: 'desc' },
        take: 20,
      },
      roles: {
        select: { id: true, kind: true, startsOn: true, endsOn: true, territory: { select: { name: true } } },
        orderBy: { startsOn: 'desc' },
        take: 50,
      },
    },
  })
  const made = attestations.map(({ territory, ...attestation }) => ({
    ...attestation,
    territoryName: territory.name,
    /** For where one lives now */
    counts: countsFor(homeTerritory, territory),
  }))
  return { ...profile, attestation: made.find(({ counts }) => counts) ?? made[0] ?? null }
}

/** The newest attestation that was taken back from this person, while it would still hold and no newer one was made. */
export async function attestationTakenBack(actor: SignedIn, now = new Date()) {
  const newest = await db.attestation.findFirst({
    where: { personId: actor.id, revokedAt: { not: null }, expiresOn: { gte: now } },
    select: { revokedAt: true, revocation: true },
    orderBy: { revokedAt: 'desc' },
  })
  if (!newest?.revokedAt) return null
  const { revokedAt, revocation } = newest
  const since = await db.attestation.count({ where: { personId: actor.id, revokedAt: null, at: { gt: revokedAt } } })
  return since > 0 ? null : { revokedAt, revocation }
}

/** Where one is signed in, this browser first. */
export async function ownSignIns(actor: SignedIn, here: string | null, now = new Date()) {
  const rows = await db.signInSession.findMany({
    where: { personId: actor.id, expiresAt: { gt: now } },
    select: { id: true, device: true, createdAt: true },
    orderBy: { createdAt: 'desc' },
    take: 100,
  })
  const signIns = rows.map(({ id, ...rest }) => ({ signIn: id, ...rest, here: id === here }))
  return signIns.sort((a, b) => Number(b.here) - Number(a.here))
}

/** Ending somebody else's is impossible: it is not found. */
export async function endSignIn(actor: SignedIn, signIn: string) {
  await db.signInSession.deleteMany({ where: { id: signIn, personId: actor.id } })
}

export async function endOtherSignIns(actor: SignedIn, here: string | null) {
  await db.signInSession.deleteMany({ where: { personId: actor.id, NOT: { id: here ?? '' } } })
}

/** Comuni to call home, by name. */
export async function comuni(): Promise<{ id: string; name: string }[]> {
  return db.territory.findMany({
    where: { kind: 'comune' },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
}
