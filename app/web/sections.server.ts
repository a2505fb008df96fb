/** Splits the table of addresses by its first word: Remix compares a request with every route it is given, at each turn anew. */
import type { ServerBuild } from '@remix-run/node'

/** The first word of a path, also of the paths that pages ask data from. */
export function sectionOf(path: string): string {
  return path.split('/')[1]?.replace(/\.data$/, '') ?? ''
}

/** The build with only the routes that can answer in one section: its own, the root, and the page for what is not there. */
export function buildOf(build: ServerBuild, section: string): ServerBuild {
  const routes = Object.entries(build.routes).filter(([, route]) => {
    if (!route || route.parentId === undefined || route.path === '*') return true
    return section === '' || section === '_root' ? route.index : route.path?.split('/')[0] === section
  })
  return { ...build, routes: Object.fromEntries(routes) }
}

/** How many sections there are: an address outside of them needs no table of its own. */
export function sectionsOf(build: ServerBuild): Set<string> {
  return new Set(['', '_root', ...Object.values(build.routes).map((route) => route?.path?.split('/')[0] ?? '')])
}
