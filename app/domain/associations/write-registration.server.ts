/** The steps of a registration, saved as often as one types: a save that did not see the last one overwrites nothing. */
import { createHash } from 'node:crypto'
import type { Actor } from '#app/domain/authorization'
import { isAssociationName } from '#app/domain/identity/names'
import { type Noting, type Tx, transaction } from '#app/domain/journal/transaction.server'
import { found, insist } from '#app/domain/refusal'
import type { Identity, Places, Registers, Work } from './forms'
import { canChange, canUpdate } from './policy'
import { isRuntsSection } from './runts'
import { type Fields, fieldsOf, type WrittenStep } from './step-fields'
import type { Verification } from './verification'

export async function saveIdentity(actor: Actor, id: string, { revision, name, legalForm, taxCode }: Identity) {
  insist(isAssociationName(name), 'name')
  return change(actor, { id, step: 'identity', revision }, (tx, where) =>
    tx.association.updateMany({ where, data: { name, legalForm: legalForm ?? null, taxCode } }),
  )
}

export async function saveRegisters(actor: Actor, id: string, { revision, ...registers }: Registers) {
  const section = registers.runtsSection
  return change(actor, { id, step: 'registers', revision }, async (tx, where) => {
    // What was written by hand before there was a list may stay as it is.
    const isKnown = section === null || isRuntsSection(section)
    const stays = isKnown || (await tx.association.count({ where: { id, runtsSection: section } })) > 0
    insist(stays || 'association.unknown-section', 'runtsSection')
    return tx.association.updateMany({ where, data: registers })
  })
}

export async function savePlaces(actor: Actor, id: string, { revision, seatId, address, territoryIds }: Places) {
  const ids = [...new Set(territoryIds)]
  return change(actor, { id, step: 'places', revision }, async (tx, where) => {
    const known = await tx.territory.findMany({
      where: { id: { in: [...ids, seatId ?? ''] } },
      select: { id: true, kind: true },
    })
    insist(
      ids.every((territory) => known.some(({ id }) => id === territory)) || 'association.unknown-territory',
      'territoryIds',
    )
    insist(
      !seatId || known.find(({ id }) => id === seatId)?.kind === 'comune' || 'association.seat-is-a-comune',
      'seatId',
    )
    await tx.associationTerritory.deleteMany({ where: { associationId: id } })
    await tx.associationTerritory.createMany({ data: ids.map((territoryId) => ({ associationId: id, territoryId })) })
    return tx.association.updateMany({ where, data: { seatId: seatId ?? null, address } })
  })
}

export async function saveWork(actor: Actor, id: string, { revision, ...work }: Work) {
  return change(actor, { id, step: 'work', revision }, (tx, where) =>
    tx.association.updateMany({ where, data: { ...work, languages: [...new Set(work.languages)] } }),
  )
}

/** A number that changes with what a step holds, and with nothing else: who writes on two steps at once is never in one's own way. */
export function revisionOf(fields: Fields): number {
  const words = JSON.stringify(Object.entries(fields).map(([name, values]) => [name, [...values].sort()]))
  return createHash('sha256').update(words).digest().readUIntBE(0, 6)
}

type Change = { id: string; step: WrittenStep; revision: number | undefined }
type Where = { id: string; verification: Verification }

/**
 * Says how it stands now, and whether it is a verified one that keeps itself up to date. The write repeats the state
 * that it was decided on: an office that has begun to look finds what it saw.
 */
async function change(
  actor: Actor,
  { id, step, revision }: Change,
  write: (tx: Tx, where: Where) => Promise<{ count: number }>,
) {
  return transaction(async (tx, note) => {
    await tx.$queryRaw`select 1 from "Association" where id = ${id} for update`
    const { verification, seat, ...written } = found(await writtenIn(tx, id))
    const policy = step === 'work' ? canUpdate : canChange
    insist(policy(actor, { id, verification, seatPath: seat?.path ?? null }))
    const before = revisionOf(fieldsOf(step, written))
    const { count } = await write(tx, { id, verification })
    insist(count === 1 || 'association.already-moved')
    const after = revisionOf(fieldsOf(step, found(await writtenIn(tx, id))))
    if (after !== before) {
      insist(revision === undefined || revision === before || 'association.changed-elsewhere')
      await noteOnce(tx, note, actor, id)
    }
    return { revision: after, verified: verification === 'verified' }
  })
}

/** What one person changes at a stretch is one entry of the journal, however often it is saved. */
async function noteOnce(tx: Tx, note: Noting, actor: Actor, id: string) {
  const what = 'association.changed'
  const [last] = await tx.$queryRaw<{ goesOn: boolean }[]>`
    select what = ${what} and "actorId" = ${actor.kind === 'person' ? actor.id : null} and details is null
      and at > now() - interval '1 hour' as "goesOn"
    from "Entry" where "subjectKind" = 'association' and "subjectId" = ${id} order by number desc limit 1`
  if (!last?.goesOn) await note({ what, actor, subjectId: id, associationId: id })
}

async function writtenIn(tx: Tx, id: string) {
  const row = await tx.association.findUnique({
    where: { id },
    select: {
      verification: true,
      seat: { select: { path: true } },
      name: true,
      legalForm: true,
      taxCode: true,
      runtsNumber: true,
      runtsSection: true,
      regionalRegister: true,
      nationalRegister: true,
      seatId: true,
      address: true,
      languages: true,
      description: true,
      language: true,
      website: true,
      email: true,
      phone: true,
      territories: { select: { territoryId: true } },
    },
  })
  return row && { ...row, territories: row.territories.map(({ territoryId }) => ({ id: territoryId })) }
}
