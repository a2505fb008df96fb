/** The addresses where administrators look after offices. */
import { type RouteConfigEntry, route } from '@remix-run/route-config'

const at = (path: string, file: string) => route(`admin/offices${path}`, `routes/offices/${file}`)

export const officeRoutes: RouteConfigEntry[] = [
  at('', 'offices.tsx'),
  at('/new', 'opening.tsx'),
  at('/:officeId', 'office.tsx'),
  at('/:officeId/change', 'change.tsx'),
  at('/:officeId/members', 'members.tsx'),
  at('/:officeId/members/:memberId/end', 'seat-end.ts'),
  at('/:officeId/closures', 'closures.tsx'),
  at('/:officeId/closures/:closureId/removal', 'closure-removal.ts'),
  at('/:officeId/closing', 'closing.tsx'),
]
