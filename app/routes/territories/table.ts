import { type RouteConfigEntry, route } from '@remix-run/route-config'

export const territoryRoutes: RouteConfigEntry[] = [
  route('territories', 'routes/territories/territories.tsx'),
  route('territories/map.svg', 'routes/territories/map.ts'),
  route('territories/:slug', 'routes/territories/territory.tsx'),
  route('territories/:slug/activity', 'routes/territories/activity.tsx'),
  route('history/:kind/:subjectId', 'routes/territories/history.tsx'),
  route('territories/:slug/rules', 'routes/territories/rules.tsx'),
  route('territories/:slug/rules/versions', 'routes/territories/rule-history.tsx'),
  route('territories/:slug/rules/end', 'routes/territories/rules-end.tsx'),
  route('territories/:slug/patron', 'routes/territories/patron.tsx'),
]
