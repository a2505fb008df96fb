/** Registering an association: claimed by somebody, written step by step, sent to the office of its seat. */
import { db } from '#app/db/client.server'
import type { Actor, SignedIn } from '#app/domain/authorization'
import { attachFile, removeFile, type Upload } from '#app/domain/files/attach.server'
import { isAssociationName, skeleton } from '#app/domain/identity/names'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import { missingFrom } from './completeness'
import { type Association, canChange, canClaim, canSubmit } from './policy'

/** Whoever registers it is its first representative. */
export async function claimAssociation(actor: SignedIn, { name }: { name: string }, now = new Date()) {
  insist(canClaim(actor))
  insist(isAssociationName(name), 'name')
  return transaction(async (tx, note) => {
    const startsOn = new Date(now.toISOString().slice(0, 10))
    const { id } = await tx.association.create({
      data: {
        name,
        language: actor.language,
        languages: [actor.language],
        seatId: actor.homeTerritoryId,
        mandates: { create: [{ kind: 'representative', personId: actor.id, startsOn, acceptedAt: now }] },
        changes: { create: [{ state: 'claimed', byId: actor.id, at: now }] },
      },
      select: { id: true },
    })
    await note({ what: 'association.claimed', actor, subjectId: id, associationId: id })
    return { associationId: id }
  })
}

/** Sent to the office: everything it needs is there, and no verified association bears the name or the tax code. */
export async function submitAssociation(actor: Actor, id: string, now = new Date()) {
  await transaction(async (tx, note) => {
    const association = found(await tx.association.findUnique({ where: { id }, select: whole }))
    const { verification, seat } = association
    insist(canSubmit(actor, { id, verification, seatPath: seat?.path ?? null }))
    const missing = missingFrom({ ...association, ...(await counts(tx, id)) })
    insist(missing.length === 0 || 'association.incomplete')
    await insistOnNoTwin(tx, id, association)
    const { count } = await tx.association.updateMany({
      where: { id, verification },
      data: { verification: 'submitted', submittedAt: now, verificationNote: null },
    })
    insist(count === 1 || 'association.already-moved')
    const byId = actor.kind === 'person' ? actor.id : null
    await tx.associationChange.create({
      data: { associationId: id, state: 'submitted', byId, at: now },
      select: { id: true },
    })
    await note({
      what: 'association.submitted',
      actor,
      subjectId: id,
      associationId: id,
      territoryId: association.seatId,
    })
  })
}

export async function attachDocument(actor: SignedIn, associationId: string, upload: Upload) {
  const association = await standing(db, associationId)
  insist(canChange(actor, association))
  const documents = await db.storedFile.count({ where: documentsOf(associationId) })
  insist(documents < mostDocuments || 'association.too-many-documents')
  const attachment = {
    subjectKind: 'association',
    subjectId: associationId,
    purpose: 'document',
    restricted: true,
  } as const
  return attachFile(actor, attachment, upload, async (tx, note, { id }) => {
    insist(canChange(actor, await standing(tx, associationId)))
    await note({ what: 'association.changed', actor, subjectId: associationId, associationId, details: { fileId: id } })
  })
}

/** The file must be one of this association's: its id comes from a form. */
export async function removeDocument(actor: Actor, associationId: string, fileId: string) {
  const file = await db.storedFile.findFirst({
    where: { id: fileId, ...documentsOf(associationId) },
    select: { id: true },
  })
  if (!file) throw new Refusal('not-found')
  await removeFile(fileId, async (tx, note) => {
    insist(canChange(actor, await standing(tx, associationId)))
    await note({ what: 'association.changed', actor, subjectId: associationId, associationId, details: { fileId } })
  })
}

export const mostDocuments = 10
const documentsOf = (subjectId: string) => ({ subjectKind: 'association', subjectId, removedAt: null })

const whole = {
  name: true,
  legalForm: true,
  taxCode: true,
  runtsNumber: true,
  seatId: true,
  address: true,
  languages: true,
  description: true,
  email: true,
  phone: true,
  verification: true,
  seat: { select: { path: true } },
} as const

async function counts(tx: Tx, associationId: string) {
  const territoryCount = await tx.associationTerritory.count({ where: { associationId } })
  const documentCount = await tx.storedFile.count({ where: documentsOf(associationId) })
  return { territoryCount, documentCount }
}

/** The one a policy reads. */
export async function standing(tx: Tx | typeof db, id: string): Promise<Association> {
  const row = found(
    await tx.association.findUnique({
      where: { id },
      select: { verification: true, seat: { select: { path: true } } },
    }),
  )
  return { id, verification: row.verification, seatPath: row.seat?.path ?? null }
}

async function insistOnNoTwin(tx: Tx, id: string, { name, taxCode }: { name: string; taxCode: string | null }) {
  const others = await tx.association.findMany({
    where: { id: { not: id }, verification: { in: ['verified', 'suspended'] } },
    select: { name: true, taxCode: true },
  })
  insist(!taxCode || !others.some((other) => other.taxCode === taxCode) || 'association.tax-code-taken')
  insist(!others.some((other) => skeleton(other.name) === skeleton(name)) || 'association.name-taken')
}
