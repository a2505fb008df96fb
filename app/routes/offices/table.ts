/** The addresses of offices: what everybody sees of them, and where administrators look after them. */
import { type RouteConfigEntry, route } from '@remix-run/route-config'

const at = (path: string, file: string) => route(`admin/offices${path}`, `routes/offices/${file}`)

export const officeRoutes: RouteConfigEntry[] = [
  route('offices/:officeId', 'routes/offices/in-public.tsx'),
  route('offices/:officeId/answers/:kind', 'routes/offices/answers.tsx'),

  at('', 'offices.tsx'),
  at('/new', 'opening.tsx'),
  at('/:officeId', 'office.tsx'),
  at('/:officeId/change', 'change.tsx'),
  at('/:officeId/members', 'members.tsx'),
  at('/:officeId/members/:memberId/end', 'seat-end.tsx'),
  at('/:officeId/closures', 'closures.tsx'),
  at('/:officeId/closures/:closureId/removal', 'closure-removal.ts'),
  at('/:officeId/closing', 'closing.tsx'),
]
