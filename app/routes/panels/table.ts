/** The addresses of panels: the list, one panel, its preparation, its volunteers and its public draw. */
import { type RouteConfigEntry, route } from '@remix-run/route-config'

const panel = (path: string, file: string) => route(`panels/:panelId${path}`, `routes/panels/${file}`)

export const panelRoutes: RouteConfigEntry[] = [
  route('panels', 'routes/panels/panels.tsx'),
  route('panels/new', 'routes/panels/start.tsx'),
  panel('', 'panel.tsx'),
  panel('/details', 'details.tsx'),
  panel('/features', 'features.tsx'),
  panel('/features/:place/removal', 'feature-removal.ts'),
  panel('/opening', 'opening.ts'),
  panel('/quotas', 'quotas.tsx'),
  panel('/extension', 'extension.tsx'),
  panel('/place', 'place.tsx'),
  panel('/departure', 'departure.ts'),
  panel('/draw', 'draw.tsx'),
  panel('/lottery.txt', 'lottery-file.ts'),
]
