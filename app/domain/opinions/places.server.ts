/** The territories in which somebody may open a conversation or a panel, as the choices of a form. */
import { db } from '#app/db/client.server'

export async function placesOf(may: (path: string) => boolean) {
  const places = await db.territory.findMany({
    orderBy: [{ kind: 'desc' }, { name: 'asc' }],
    select: { id: true, name: true, kind: true, path: true },
  })
  return places.filter(({ path }) => may(path)).map(({ id, name, kind }) => ({ id, name, kind }))
}
