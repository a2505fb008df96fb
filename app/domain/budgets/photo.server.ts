/** A picture of the place or of the idea, put on a project's sheet by who put the project forward. */

import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { attachFile, type Upload } from '#app/domain/files/attach.server'
import { insist, Refusal } from '#app/domain/refusal'
import { canChange } from './policy'
import { noteProject } from './put-forward.server'
import { reachProject } from './reach.server'

/** The newest one is shown; the one before goes. */
export async function putPhoto(actor: Actor, budgetId: string, number: number, upload: Upload) {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  const { id, budget, ...weighed } = await reachProject(db, budgetId, number)
  insist(canChange(actor, budget, weighed))
  const attachment = { subjectKind: 'project', subjectId: id, purpose: 'image', restricted: false } as const
  await attachFile(actor, attachment, upload, async (tx, note, file) => {
    const project = await reachProject(tx, budgetId, number)
    insist(canChange(actor, project.budget, project))
    await tx.storedFile.updateMany({
      where: { subjectKind: 'project', subjectId: id, id: { not: file.id }, removedAt: null },
      data: { removedAt: project.budget.now },
    })
    await noteProject(note, 'project.photo-changed', actor, project)
  })
}
