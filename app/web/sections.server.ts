/** Splits the table of addresses by their shape: Remix compares a request with every route it is given, at each turn anew. */
import type { ServerBuild } from '@remix-run/node'

/** The first word of a path and how many words it has, also of the paths that pages ask data from. */
export function shapeOf(path: string): string {
  const words = path
    .replace(/\.data$/, '')
    .split('/')
    .filter(Boolean)
  return words.length === 0 || words[0] === '_root' ? 'home' : `${words[0]} ${words.length}`
}

/** The build with only the routes that can answer an address of one shape: those, the root, and the page for what is not there. */
export function buildOf(build: ServerBuild, shape: string): ServerBuild {
  const routes = Object.entries(build.routes).filter(
    ([, route]) => !route || route.parentId === undefined || route.path === '*' || shapeOf(route.path ?? '') === shape,
  )
  return { ...build, routes: Object.fromEntries(routes) }
}

/** The shapes there are: an address of another needs no table of its own. */
export function shapesOf(build: ServerBuild): Set<string> {
  return new Set(Object.values(build.routes).map((route) => shapeOf(route?.path ?? '')))
}
