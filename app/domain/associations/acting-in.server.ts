/** Which associations belong to a territory: those seated in it or below it, and those that act in it, below it or all around it. */
import { Prisma } from '#app/db/generated/client'

/** Of the association a; the whole register without a path. */
export function actingIn(path: string | null): Prisma.Sql {
  if (path === null) return Prisma.sql`true`
  return Prisma.sql`(
    exists (select from "Territory" t where t.id = a."seatId" and starts_with(t.path, ${path}))
    or exists (
      select from "AssociationTerritory" at join "Territory" t on t.id = at."territoryId"
      where at."associationId" = a.id and (starts_with(t.path, ${path}) or starts_with(${path}, t.path))))`
}
