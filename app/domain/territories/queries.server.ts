/** What the screens about territories need. */
import { db } from '#app/db/client.server'
import { actingIn } from '#app/domain/associations/acting-in.server'
import type { Actor } from '#app/domain/authorization'
import { activityOf } from '#app/domain/journal/queries.server'
import { found } from '#app/domain/refusal'
import { drawMap, type Ring } from './map'
import { canChangeRules } from './policy'
import { ancestorsOf, type TerritoryKind } from './tree'

export type TerritoryLink = { slug: string; name: string; kind: TerritoryKind }

/** Comuni, provinces and the region whose name holds the words, whatever their accents and apostrophes, in order of name. */
export async function territoryList(search: string): Promise<TerritoryLink[]> {
  const words = search.trim().slice(0, 80)
  return db.$queryRaw<TerritoryLink[]>`
    select slug, name, kind::text from "Territory"
    where position(plain_words(${words}) in plain_words(name)) > 0
    order by "Territory".kind, name limit 400`
}

/** The comuni under a path, drawn. The picture changes only with an import, so it is kept for a minute. */
export async function territoryMap(path: string) {
  const kept = pictures.get(path)
  if (kept && kept.until > Date.now()) return kept.picture
  const comuni = await db.territory.findMany({
    where: { kind: 'comune', path: { startsWith: path } },
    select: { slug: true, name: true, latitude: true, longitude: true, border: true },
    orderBy: { name: 'asc' },
  })
  const picture = drawMap(comuni.map((comune) => ({ ...comune, border: comune.border as Ring[] | null })))
  pictures.set(path, { picture, until: Date.now() + 60_000 })
  return picture
}

const pictures = new Map<string, { picture: ReturnType<typeof drawMap>; until: number }>()

/** The rule set in force: the territory's own, or the nearest ancestor's. */
export async function rulesInForce(path: string, tx: Pick<typeof db, '$queryRaw'> = db): Promise<RulesInForce | null> {
  return rulesAt(tx, [...ancestorsOf(path), path])
}

/** What a territory inherits, whether or not it has rules of its own. */
export async function rulesAbove(path: string, tx: Pick<typeof db, '$queryRaw'> = db): Promise<RulesInForce | null> {
  return rulesAt(tx, ancestorsOf(path))
}

async function rulesAt(tx: Pick<typeof db, '$queryRaw'>, paths: string[]) {
  const [rules] = await tx.$queryRaw<RulesInForce[]>`
    select r.id, r.version, r.proposers::text, r.supporters::text, r."thresholdNumber", r."thresholdShare", r."answerDays", r."reviewDays",
      r."extensionDays", r."editWindowHours", r.act, r."createdAt", t.name as "territoryName", t.path as "territoryPath",
      t.slug as "territorySlug"
    from "RuleSet" r join "Territory" t on t.id = r."territoryId"
    where t.path = any(${paths}) and r."endedAt" is null
    order by length(t.path) desc, r.version desc limit 1`
  return rules ?? null
}

export type RulesInForce = {
  id: string
  version: number
  proposers: 'residents' | 'associations' | 'residentsAndAssociations'
  supporters: 'residents' | 'anyone'
  thresholdNumber: number | null
  thresholdShare: number | null
  answerDays: number
  reviewDays: number
  extensionDays: number
  editWindowHours: number
  act: string | null
  createdAt: Date
  territoryName: string
  territoryPath: string
  territorySlug: string
}

/** A territory's page: its place in the tree, rules, offices, associations, and what happened last. */
export async function territoryPage(actor: Actor, slug: string, reading: string) {
  const territory = found(
    await db.territory.findUnique({
      where: { slug },
      select: {
        id: true,
        name: true,
        slug: true,
        kind: true,
        path: true,
        population: true,
        patronName: true,
        patronFeast: true,
        offices: {
          where: { closedAt: null },
          select: { id: true, name: true, description: true },
          orderBy: { name: 'asc' },
        },
        children: { select: { slug: true, name: true, kind: true }, orderBy: { name: 'asc' } },
      },
    }),
  )
  const [ancestors, rules, associations, activity] = await Promise.all([
    db.territory.findMany({
      where: { path: { in: ancestorsOf(territory.path) } },
      select: { slug: true, name: true },
      orderBy: { path: 'asc' },
    }),
    rulesInForce(territory.path),
    db.$queryRaw<{ id: string; name: string }[]>`
      select a.id, a.name from "Association" a where a.verification = 'verified' and ${actingIn(territory.path)}
      order by lower(a.name), a.id limit 12`,
    activityOf({ territoryPath: territory.path, reading }, 6),
  ])
  return {
    territory,
    ancestors,
    rules,
    associations,
    activity,
    can: { changeRules: canChangeRules(actor, territory.path) },
  }
}

export async function territoryBySlug(slug: string) {
  return found(
    await db.territory.findUnique({
      where: { slug },
      select: { id: true, name: true, slug: true, path: true, kind: true, patronName: true, patronFeast: true },
    }),
  )
}

/** Comuni to choose from, in order of name. */
export async function comuni() {
  return db.territory.findMany({
    where: { kind: 'comune' },
    select: { id: true, slug: true, name: true },
    orderBy: { name: 'asc' },
  })
}
