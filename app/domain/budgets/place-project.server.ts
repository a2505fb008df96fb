/** A project's place: tapped on the picture of its territory by who wrote it, or by the office that checks it. */
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { transaction } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import type { Ring } from '#app/domain/territories/map'
import type { PointGiven } from './forms'
import { type PlaceMap, placeAt, placeMap } from './place-map'
import { canPlace, canRead } from './policy'
import { noteProject } from './put-forward.server'
import { holdBudget, reachBudget, reachProject } from './reach.server'

/** How wide the picture is on every screen: a tap counts in its pixels. */
export const drawnWidth = 320

/** The territory and the projects that have a place; its frame does not depend on them, so a tap means the same to all. */
export async function groundOf(actor: Actor, budgetId: string) {
  insist(canRead(actor, await reachBudget(db, budgetId)))
  const { territory, projects } = found(
    await db.budget.findUnique({
      where: { id: budgetId },
      select: {
        territory: { select: { latitude: true, longitude: true, border: true } },
        projects: {
          where: { withdrawnAt: null, latitude: { not: null }, longitude: { not: null } },
          orderBy: { number: 'asc' },
          select: { number: true, title: true, latitude: true, longitude: true },
        },
      },
    }),
  )
  const ground = { ...territory, border: territory.border as Ring[] | null }
  const empty = placeMap(ground, [])
  if (!empty) return null
  const placed = projects.map((project) => ({
    ...project,
    latitude: project.latitude ?? 0,
    longitude: project.longitude ?? 0,
  }))
  return placeMap(ground, placed, empty.frame)
}

export async function placeProject(actor: Actor, budgetId: string, number: number, given: PointGiven) {
  const ground = found(await groundOf(actor, budgetId))
  await transaction(async (tx, note) => {
    await holdBudget(tx, budgetId)
    const project = await reachProject(tx, budgetId, number)
    insist(canPlace(actor, project.budget, project))
    const place = placeGiven(ground, given)
    if (!place) throw new Refusal('budget.tap-the-map')
    await tx.project.update({ where: { id: project.id }, data: place, select: { id: true } })
    await noteProject(note, 'project.changed', actor, project)
  })
}

/** Coordinates that are written count before a tap: Enter in their fields also sends one, in the corner. */
function placeGiven(ground: PlaceMap, { point, latitude, longitude }: PointGiven) {
  if (latitude !== null && longitude !== null) return { latitude, longitude }
  return point && (point.x > 0 || point.y > 0) ? placeAt(ground, point, drawnWidth) : null
}
