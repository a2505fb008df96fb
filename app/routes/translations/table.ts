/** Where one writes in a further language what an office said to everybody: one page for every kind of it. */
import { type RouteConfigEntry, route } from '@remix-run/route-config'
import { translatedKinds } from '#app/domain/translations/tell'
import { placeOf } from './places'

export const translationRoutes: RouteConfigEntry[] = translatedKinds.map((kind) =>
  route(`${placeOf[kind]}/:subjectId/translations/:language`, 'routes/translations/translation.tsx', {
    id: `translation-of-${kind}`,
  }),
)
