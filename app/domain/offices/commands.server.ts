/** Offices: opened, changed and closed by the administrators of their territory. */
import type { Actor } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import type { NewOffice, Office } from './forms'
import { canManageOffices } from './policy'

export async function openOffice(actor: Actor, { territoryId, ...office }: NewOffice) {
  return transaction(async (tx, note) => {
    const territory = found(await tx.territory.findUnique({ where: { id: territoryId }, select: { path: true } }))
    insist(canManageOffices(actor, territory.path))
    const { id } = await onlyOneOfThisName(() =>
      tx.office.create({ data: { ...office, territoryId }, select: { id: true } }),
    )
    await note({ what: 'office.opened', actor, subjectId: territoryId, territoryId, details: { officeId: id } })
    return { officeId: id }
  })
}

export async function changeOffice(actor: Actor, officeId: string, office: Office) {
  await transaction(async (tx, note) => {
    const { territoryId } = await reachOffice(tx, actor, officeId)
    await onlyOneOfThisName(() => tx.office.update({ where: { id: officeId }, data: office, select: { id: true } }))
    await note({ what: 'office.changed', actor, subjectId: territoryId, territoryId, details: { officeId } })
  })
}

/** An office that owes something stays: first its answers and commitments go to another one. */
export async function closeOffice(actor: Actor, officeId: string, now = new Date()) {
  await transaction(async (tx, note) => {
    const { territoryId } = await reachOffice(tx, actor, officeId)
    const answers = await tx.answer.count({ where: { officeId, publishedAt: null } })
    if (answers > 0) throw new Refusal('office.owes-answers', { count: answers })
    const commitments = await tx.commitment.count({ where: { officeId, doneAt: null, droppedAt: null } })
    if (commitments > 0) throw new Refusal('office.owes-commitments', { count: commitments })
    await tx.office.update({ where: { id: officeId }, data: { closedAt: now }, select: { id: true } })
    await note({ what: 'office.closed', actor, subjectId: territoryId, territoryId, details: { officeId } })
  })
}

/** The open office, locked, if the actor may manage it. */
export async function reachOffice(tx: Tx, actor: Actor, officeId: string) {
  await tx.$queryRaw`select 1 from "Office" where id = ${officeId} for update`
  const office = found(
    await tx.office.findUnique({
      where: { id: officeId },
      select: { territoryId: true, closedAt: true, territory: { select: { path: true } } },
    }),
  )
  insist(canManageOffices(actor, office.territory.path))
  insist(office.closedAt === null || 'office.closed')
  return office
}

/** The database keeps names apart, within a territory. */
async function onlyOneOfThisName<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if ((error as { code?: string }).code === 'P2002') throw new Refusal('office.name-taken')
    throw error
  }
}
