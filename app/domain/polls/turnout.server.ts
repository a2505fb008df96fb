/** Ballots by the place where voters live, taken once at the count, and drawn. From who took part alone, never from a ballot. */
import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import { territoryMap } from '#app/domain/territories/queries.server'
import { isWithin } from '#app/domain/territories/tree'
import type { Terms } from './terms'
import { hideFew, type Turnout } from './turnout'

type Asked = { id: string; round: number; territoryId: string }
type Row = { path: string; name: string; ballots: bigint; couldVote: bigint }

/**
 * By the parts of the territory that asks, or whether within it where it has none. Only what may be shown is kept: taken again later, when somebody has moved,
 * the difference would tell where that person went. Of who holds a code or a registrar's credential nobody knows where that person lives.
 */
export async function turnoutOf(
  { id, round, territoryId }: Asked,
  { voters, secret }: Pick<Terms, 'voters' | 'secret'>,
): Promise<Turnout | null> {
  if (voters === 'codes' || secret?.credentials === 'registrar') return null
  const parts = Prisma.sql`
    select id, path, name from "Territory" one where one."parentId" = ${territoryId}
      or (one.id = ${territoryId} and not exists (select from "Territory" below where below."parentId" = one.id))`
  const rows = await db.$queryRaw<Row[]>`
    select part.path, part.name, count(*) filter (where took.counted) as ballots, count(*) as "couldVote"
    from "Person" p join "Territory" home on home.id = p."homeTerritoryId"
    join (${parts}) part on home.path like part.path || '%'
    left join "PollParticipation" took on took."personId" = p.id and took."pollId" = ${id} and took.round = ${round}
    where (p."emailConfirmedAt" is not null and p."erasedAt" is null) or took.counted
    group by part.path, part.name`
  const [elsewhere] = await db.$queryRaw<{ ballots: bigint }[]>`
    select count(*) as ballots from "PollParticipation" took
    join "Person" p on p.id = took."personId" left join "Territory" home on home.id = p."homeTerritoryId"
    where took."pollId" = ${id} and took.round = ${round} and took.counted and not exists (
      select from (${parts}) part where home.path like part.path || '%')`
  const places = rows.map((row) => ({ ...row, ballots: Number(row.ballots), couldVote: Number(row.couldVote) }))
  const outside = Number(elsewhere?.ballots ?? 0)
  const turnout = hideFew([...places, { path: '', name: '', ballots: outside, couldVote: outside }])
  return turnout.shown.length > 0 && turnout.shown.length + (turnout.hidden?.places ?? 0) > 1 ? turnout : null
}

/** The comuni of the territory, each as dark as the part that it lies in has ballots: 1 to 4, or 0 where nothing is shown. */
export async function turnoutPicture({ shown }: Turnout, territoryPath: string) {
  const [picture, comuni] = await Promise.all([
    territoryMap(territoryPath),
    db.territory.findMany({
      where: { kind: 'comune', path: { startsWith: territoryPath } },
      select: { slug: true, path: true },
    }),
  ])
  const most = Math.max(1, ...shown.map(({ ballots }) => ballots))
  const shadeOf = (path: string | undefined) => {
    const part = shown.find((place) => place.path !== '' && isWithin(path, place.path))
    return part ? Math.ceil((4 * part.ballots) / most) : 0
  }
  const paths = new Map(comuni.map(({ slug, path }) => [slug, path]))
  return {
    width: picture.width,
    height: picture.height,
    places: picture.places.map(({ slug, path, x, y }) => ({ path, x, y, shade: shadeOf(paths.get(slug)) })),
  }
}
