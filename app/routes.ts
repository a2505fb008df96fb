/** Every address of the platform. Each room adds its own table. */
import type { RouteConfig } from '@remix-run/route-config'
import { index, route } from '@remix-run/route-config'
import { answerRoutes } from './routes/answers/table'
import { associationRoutes } from './routes/associations/table'
import { budgetRoutes } from './routes/budgets/table'
import { identityRoutes } from './routes/identity/table'
import { officeRoutes } from './routes/offices/table'
import { opinionRoutes } from './routes/opinions/table'
import { panelRoutes } from './routes/panels/table'
import { pollRoutes } from './routes/polls/table'
import { proposalRoutes } from './routes/proposals/table'
import { territoryRoutes } from './routes/territories/table'
import { translationRoutes } from './routes/translations/table'

export default [
  index('routes/home/home.tsx'),
  route('language', 'routes/home/language.ts'),
  ...territoryRoutes,
  ...identityRoutes,
  ...officeRoutes,
  ...associationRoutes,
  ...proposalRoutes,
  ...answerRoutes,
  ...pollRoutes,
  ...budgetRoutes,
  ...opinionRoutes,
  ...panelRoutes,
  ...translationRoutes,
  route('*', 'routes/home/nowhere.tsx'),
] satisfies RouteConfig
