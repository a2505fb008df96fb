/** Where one writes in a further language what an office said to everybody: one page for every kind of it. */
import { type RouteConfigEntry, route } from '@remix-run/route-config'
import { placeOf } from './places'

export const translationRoutes: RouteConfigEntry[] = Object.entries(placeOf).map(([kind, place]) =>
  route(`${place}/:subjectId/translations/:language`, 'routes/translations/translation.tsx', {
    id: `translation-of-${kind}`,
  }),
)
