/** The public register: verified associations, found by words, place, form and language, page by key. */
import { db } from '#app/db/client.server'
import { cursorOf, pageKeyOf } from '#app/domain/page-key'
import { drawMap, type Mapped } from '#app/domain/territories/map'
import type { TerritoryKind } from '#app/domain/territories/tree'
import { actingIn } from './acting-in.server'
import type { LegalForm } from './completeness'
import type { Search } from './forms'
import { type SeatCircle, seatCircles } from './seat-circles'

export type Listed = {
  id: string
  name: string
  legalForm: LegalForm | null
  description: string
  /** Of the description */
  language: string
  languages: string[]
  seat: string | null
  latitude: number | null
  longitude: number | null
  proposals: number
  /** Where it works, the larger first */
  territories: { name: string; kind: TerritoryKind }[]
}

/** Verified associations by name; with a territory, those that belong to it. */
export async function publicRegister({ q, territory, form, language, after }: Search, limit = 30) {
  const place = territory ? await db.territory.findUnique({ where: { id: territory }, select: { path: true } }) : null
  const [name, id] = pageKeyOf<[string, string]>(after, ['string', 'string']) ?? [null, null]
  const words = q.trim()
  const rows = await db.$queryRaw<(Listed & { key: string })[]>`
    select a.id, a.name, a."legalForm", a.description, a.language, a.languages, seat.name as seat, seat.latitude, seat.longitude, lower(a.name) as key,
      (select count(*)::int from "Proposal" p where p."associationId" = a.id and p."publishedAt" is not null and p."hiddenAt" is null) as proposals,
      (select coalesce(json_agg(json_build_object('name', t.name, 'kind', t.kind) order by t.kind, t.name), '[]')
        from "AssociationTerritory" at join "Territory" t on t.id = at."territoryId" where at."associationId" = a.id) as territories
    from "Association" a left join "Territory" seat on seat.id = a."seatId"
    where a.verification = 'verified'
      and ${actingIn(place?.path ?? null)}
      and (${form ?? null}::text is null or a."legalForm"::text = ${form ?? null})
      and (${language ?? null}::text is null or ${language ?? null} = any(a.languages))
      and (${words} = '' or plain_words(a.name || ' ' || a.description) like '%' || replace(replace(replace(plain_words(${words}), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')
      and (${name}::text is null or (lower(a.name), a.id) > (${name}, ${id}))
    order by lower(a.name), a.id limit ${limit + 1}`
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    associations: page.map(({ key, ...listed }) => listed),
    next: rows.length > limit && last ? cursorOf([last.key, last.id]) : null,
  }
}

/** Territories to choose from: the larger first, then comuni by name. */
export async function placesForAssociations() {
  return db.territory.findMany({
    select: { id: true, name: true, kind: true, path: true },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }],
  })
}

/** Where verified associations have their seat, drawn over all the comuni; kept for a minute. */
export async function registerMap(now = Date.now()) {
  if (kept && kept.until > now) return kept.picture
  const comuni = await db.$queryRaw<(Mapped & { id: string; count: number })[]>`
    select t.id, t.slug, t.name, t.latitude, t.longitude, null as border,
      (select count(*)::int from "Association" a where a."seatId" = t.id and a.verification = 'verified') as count
    from "Territory" t where t.kind = 'comune' order by t.name`
  const { width, height, places } = drawMap(comuni)
  const counts = new Map(comuni.map(({ slug, id, count }) => [slug, { id, count }]))
  const seats = places.flatMap(({ slug, name, x, y }) => {
    const { id, count } = counts.get(slug) ?? { id: '', count: 0 }
    return count > 0 ? [{ id, name, count, x, y }] : []
  })
  // One path of dots: the ground says where, and costs little
  const ground = places.map(({ x, y }) => `M${x} ${y}h0`).join('')
  kept = { picture: { width, height, ground, seats: seatCircles(seats, { width, height }) }, until: now + 60_000 }
  return kept.picture
}

let kept: { picture: RegisterPicture; until: number } | null = null

export type RegisterPicture = {
  width: number
  height: number
  ground: string
  seats: SeatCircle[]
}
