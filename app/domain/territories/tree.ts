/** The tree of territories as path strings: /puglia/bari/monopoli/ lies within /puglia/bari/. */

export type TerritoryKind = 'region' | 'province' | 'district' | 'comune'

/** A territory lies within itself and within each of its ancestors. */
export function isWithin(path: string | null | undefined, ancestor: string): boolean {
  return path?.startsWith(ancestor) ?? false
}

/** Paths from the root down to the parent: /a/b/c/ has /a/ and /a/b/. */
export function ancestorsOf(path: string): string[] {
  const slugs = path.split('/').filter(Boolean)
  return slugs.slice(1).map((_, index) => `/${slugs.slice(0, index + 1).join('/')}/`)
}

/** A name as part of an address: lower case, no accents, words joined by hyphens. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
