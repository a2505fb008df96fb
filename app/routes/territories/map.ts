/** The map of all comuni as a picture alone. */
import { mapFile } from '#app/domain/territories/map'
import { territoryMap } from '#app/domain/territories/queries.server'
import { alone } from '#app/web/page.server'

export const loader = alone(
  async () =>
    new Response(mapFile(await territoryMap('/')), {
      headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' },
    }),
)
