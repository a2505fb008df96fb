/** A project's picture: one, with words for who does not see it; put there by who wrote the project, or by its office. */
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { attachFile, removeFile, type Upload } from '#app/domain/files/attach.server'
import { type Noting, type Tx, transaction } from '#app/domain/journal/transaction.server'
import { insist, Refusal } from '#app/domain/refusal'
import { canPlace } from './policy'
import { noteProject } from './put-forward.server'
import { holdBudget, reachProject } from './reach.server'

/** Without an upload only the words change; a new picture takes the place of the one before. */
export async function givePicture(
  actor: Actor,
  budgetId: string,
  number: number,
  { alt, upload }: { alt: string; upload: Upload | null },
) {
  const { id, budget, ...weighed } = await reachProject(db, budgetId, number)
  insist(canPlace(actor, budget, { ...weighed }))
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  if (!upload) {
    await transaction((tx, note) => setPicture(tx, note, actor, budgetId, number, { pictureAlt: alt }))
    return
  }
  let before: string | null = null
  const attachment = { subjectKind: 'project', subjectId: id, purpose: 'photo', restricted: false } as const
  await attachFile(actor, attachment, upload, async (tx, note, file) => {
    before = await setPicture(tx, note, actor, budgetId, number, { pictureId: file.id, pictureAlt: alt })
  })
  if (before !== null) await removeFile(before, async () => {})
}

export async function takePictureAway(actor: Actor, budgetId: string, number: number) {
  const { pictureId } = await reachProject(db, budgetId, number)
  if (pictureId === null) throw new Refusal('not-found')
  await removeFile(pictureId, async (tx, note) => {
    const before = await setPicture(tx, note, actor, budgetId, number, { pictureId: null, pictureAlt: '' })
    insist(before === pictureId || 'not-found')
  })
}

/** Gives the picture that was there. */
async function setPicture(
  tx: Tx,
  note: Noting,
  actor: Actor,
  budgetId: string,
  number: number,
  data: { pictureId?: string | null; pictureAlt: string },
): Promise<string | null> {
  await holdBudget(tx, budgetId)
  const project = await reachProject(tx, budgetId, number)
  insist(canPlace(actor, project.budget, project))
  insist(data.pictureId !== undefined || project.pictureId !== null || 'budget.choose-a-picture')
  await tx.project.update({ where: { id: project.id }, data, select: { id: true } })
  await noteProject(note, 'project.changed', actor, project)
  return project.pictureId
}
