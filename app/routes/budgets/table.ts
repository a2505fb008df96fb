/** The addresses of participatory budgets. */
import type { RouteConfigEntry } from '@remix-run/route-config'

export const budgetRoutes: RouteConfigEntry[] = []
