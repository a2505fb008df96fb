/** The addresses of proposals, their discussion and its moderation. */
import type { RouteConfigEntry } from '@remix-run/route-config'

export const proposalRoutes: RouteConfigEntry[] = []
