/** Attestation at a desk: a person shows a short code, an officer who sees the person reads it. Nothing from a document is kept. */
import { randomBytes } from 'node:crypto'
import { db } from '#app/db/client.server'
import type { SignedIn } from '#app/domain/authorization'
import { transaction } from '#app/domain/journal/transaction.server'
import { found, insist, isRefusal, Refusal } from '#app/domain/refusal'
import { countTry, limits } from './attempts.server'
import {
  attestationEnd,
  canAttest,
  canOpenDesk,
  canRevokeAttestation,
  codeFrom,
  codeMinutes,
  codeTyped,
  countsFor,
} from './attestation'
import { hashOf } from './secrets.server'

/** A new code replaces the older one. It is shown once. */
export async function newAttestationCode(actor: SignedIn, now = new Date()) {
  insist(actor.confirmed || 'identity.confirm-address-first')
  insist(actor.homePath !== null || 'identity.home-first')
  const code = codeFrom(randomBytes(64))
  const expiresAt = new Date(now.getTime() + codeMinutes * 60_000)
  const codeHash = hashOf(code)
  await db.attestationCode.upsert({
    where: { personId: actor.id },
    create: { personId: actor.id, codeHash, expiresAt },
    update: { codeHash, expiresAt },
    select: { personId: true },
  })
  return { code, expiresAt }
}

/** Who shows this code: what the officer must know to compare, and no more. */
export async function personShowing(actor: SignedIn, typed: string, now = new Date()) {
  insist(canOpenDesk(actor) || 'forbidden')
  await countTry(limits.codesRead, actor.id)
  const person = await holderOf(typed, now)
  insist(canAttest(actor, { id: person.id, homePath: person.homePath }))
  return { name: person.name, home: person.home, attestedUntil: person.attestedUntil }
}

/** The same for a screen: what was found, or why nothing was. */
export async function readAtDesk(actor: SignedIn, typed: string | null, now = new Date()) {
  insist(canOpenDesk(actor) || 'forbidden')
  if (!typed) return { person: null, refusal: null }
  try {
    return { person: await personShowing(actor, typed, now), refusal: null }
  } catch (error) {
    if (!isRefusal(error)) throw error
    return { person: null, refusal: { reason: error.reason, values: error.values } }
  }
}

export type Desk = { code: string; place: string }

export async function attest(actor: SignedIn, { code, place }: Desk, now = new Date()) {
  insist(canOpenDesk(actor) || 'forbidden')
  await countTry(limits.codesRead, actor.id)
  const person = await holderOf(code, now)
  insist(canAttest(actor, { id: person.id, homePath: person.homePath }))
  return transaction(async (tx, note) => {
    const { count } = await tx.attestationCode.deleteMany({
      where: { personId: person.id, codeHash: hashOf(codeTyped(code) ?? ''), expiresAt: { gt: now } },
    })
    insist(count === 1 || 'identity.code-unknown')
    const territoryId = found(person.homeTerritoryId)
    const { id } = await tx.attestation.create({
      data: { personId: person.id, territoryId, attesterId: actor.id, place, at: now, expiresOn: attestationEnd(now) },
      select: { id: true },
    })
    const details = { attestationId: id }
    await note({ what: 'person.attested', actor, subjectId: person.id, territoryId, details })
    return { attestationId: id, name: person.name }
  })
}

export async function revokeAttestation(actor: SignedIn, { attestationId, revocation }: Revocation, now = new Date()) {
  await transaction(async (tx, note) => {
    const attestation = found(
      await tx.attestation.findUnique({
        where: { id: attestationId },
        select: { personId: true, territoryId: true, territory: { select: { path: true } } },
      }),
    )
    const { personId, territoryId, territory } = attestation
    insist(canRevokeAttestation(actor, { personId, territoryPath: territory.path }))
    const { count } = await tx.attestation.updateMany({
      where: { id: attestationId, revokedAt: null },
      data: { revokedAt: now, revokedById: actor.id, revocation },
    })
    insist(count === 1 || 'identity.already-revoked')
    const details = { attestationId }
    await note({ what: 'person.attestation-revoked', actor, subjectId: personId, territoryId, details })
  })
}

export type Revocation = { attestationId: string; revocation: string }

/** The attestations made in the officer's territories, newest first, page by key. */
export async function attestationsAtDesk(actor: SignedIn, before: Date | null = null, limit = 30) {
  insist(canOpenDesk(actor) || 'forbidden')
  const paths = actor.roles.filter(({ kind }) => kind === 'officer').map(({ territoryPath }) => territoryPath)
  return db.attestation.findMany({
    where: {
      territory: { OR: paths.map((path) => ({ path: { startsWith: path } })) },
      ...(before && { at: { lt: before } }),
    },
    select: {
      id: true,
      at: true,
      place: true,
      expiresOn: true,
      revokedAt: true,
      revocation: true,
      person: { select: { pseudonym: true } },
      attester: { select: { pseudonym: true, realName: true, showsRealName: true } },
      territory: { select: { name: true } },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
  })
}

async function holderOf(typed: string, now: Date) {
  const code = codeTyped(typed)
  if (!code) throw new Refusal('identity.code-unknown')
  const row = await db.attestationCode.findUnique({
    where: { codeHash: hashOf(code) },
    select: {
      expiresAt: true,
      person: {
        select: {
          id: true,
          pseudonym: true,
          homeTerritoryId: true,
          homeTerritory: { select: { name: true, path: true } },
          attestations: {
            where: { revokedAt: null, expiresOn: { gte: now } },
            select: { expiresOn: true, territory: { select: { path: true } } },
            orderBy: { expiresOn: 'desc' },
            take: 20,
          },
        },
      },
    },
  })
  if (!row || row.expiresAt <= now) throw new Refusal('identity.code-unknown')
  const { id, pseudonym, homeTerritoryId, homeTerritory, attestations } = row.person
  return {
    id,
    name: pseudonym,
    homeTerritoryId,
    home: homeTerritory?.name ?? null,
    homePath: homeTerritory?.path ?? null,
    attestedUntil: attestations.find((made) => countsFor(homeTerritory, made.territory))?.expiresOn ?? null,
  }
}

/** One attestation, for the officer who is about to take it back. */
export async function attestationToRevoke(actor: SignedIn, attestationId: string) {
  const { territory, ...attestation } = found(
    await db.attestation.findUnique({
      where: { id: attestationId },
      select: {
        personId: true,
        place: true,
        at: true,
        revokedAt: true,
        person: { select: { pseudonym: true } },
        territory: { select: { path: true } },
      },
    }),
  )
  insist(canRevokeAttestation(actor, { personId: attestation.personId, territoryPath: territory.path }))
  return attestation
}
