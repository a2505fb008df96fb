/** The addresses of participatory budgets: the list, one budget and its rules, its projects, their checks and the vote. */
import { type RouteConfigEntry, route } from '@remix-run/route-config'

const budget = (path: string, file: string) => route(`budgets/:budgetId${path}`, `routes/budgets/${file}`)

export const budgetRoutes: RouteConfigEntry[] = [
  route('budgets', 'routes/budgets/budgets.tsx'),
  route('budgets/new', 'routes/budgets/start.tsx'),
  budget('', 'budget.tsx'),
  budget('/rules', 'rules.tsx'),
  budget('/publishing', 'publishing.ts'),
  budget('/dates', 'dates.tsx'),
  budget('/idea', 'idea.tsx'),
  budget('/taking-in', 'taking-in.tsx'),
  budget('/pairs', 'pairs.tsx'),
  budget('/pairs/end', 'pair-end.ts'),
  budget('/vote', 'vote.tsx'),
  budget('/projects/:number', 'project.tsx'),
  budget('/projects/:number/change', 'change.tsx'),
  budget('/projects/:number/withdrawal', 'withdrawal.ts'),
  budget('/projects/:number/check', 'check.tsx'),
  budget('/projects/:number/cost', 'cost.tsx'),
  budget('/projects/:number/point', 'point.tsx'),
  budget('/projects/:number/picture', 'picture.tsx'),
  budget('/projects/:number/picture/removal', 'picture-removal.ts'),
  budget('/map.svg', 'map-picture.ts'),
]
