/** Who is entitled to vote in a poll, as of now. */
import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import { attestedAtHome } from '#app/domain/identity/attested.server'
import type { Terms } from './terms'

type Place = { territoryId: string; associationId: string | null }
type Asked = Place & { id: string }

export async function rollOf(poll: Asked, voters: Terms['voters'], which?: 'with-address'): Promise<number> {
  const entitled =
    voters === 'codes'
      ? Prisma.sql`select "codeHash" from "PollCode" where "pollId" = ${poll.id}`
      : which
        ? Prisma.sql`select e.id from (${people(poll, voters)}) e join "Person" p on p.id = e.id where p.email is not null`
        : people(poll, voters)
  const [row] = await db.$queryRaw<{ n: bigint }[]>`select count(*) as n from (${entitled}) as entitled`
  return Number(row?.n ?? 0)
}

/** Their ids; holders of codes are nobody in particular. */
export async function votersOf(place: Place, voters: Terms['voters']): Promise<string[]> {
  if (voters === 'codes') return []
  const rows = await db.$queryRaw<{ id: string }[]>`${people(place, voters)} order by id`
  return rows.map(({ id }) => id)
}

const batch = 5000

/** Their addresses, a line each, so many at a time. */
export async function* addressesOf(place: Place, voters: Terms['voters']): AsyncGenerator<string> {
  if (voters === 'codes') return
  for (let after = ''; ; ) {
    const rows: { email: string }[] = await db.$queryRaw`
      select p.email from (${people(place, voters)}) e join "Person" p on p.id = e.id
      where p.email > ${after} order by p.email limit ${batch}`
    if (rows.length > 0) yield rows.map(({ email }) => `${email}\n`).join('')
    if (rows.length < batch) return
    after = rows.at(-1)?.email ?? after
  }
}

function people({ territoryId, associationId }: Place, voters: Exclude<Terms['voters'], 'codes'>): Prisma.Sql {
  switch (voters) {
    case 'members':
      return Prisma.sql`
        select distinct p.id from "Mandate" m join "Person" p on p.id = m."personId"
        where m."associationId" = ${associationId} and m."acceptedAt" is not null and m."endedAt" is null
          and m."startsOn" <= current_date and (m."endsOn" is null or m."endsOn" >= current_date) and p."emailConfirmedAt" is not null and p."erasedAt" is null`
    case 'confirmed':
      return Prisma.sql`select id from "Person" where "emailConfirmedAt" is not null and "erasedAt" is null`
    default:
      return Prisma.sql`
        select p.id from "Person" p join "Territory" home on home.id = p."homeTerritoryId"
        join "Territory" here on here.id = ${territoryId} and home.path like here.path || '%'
        where p."emailConfirmedAt" is not null and p."erasedAt" is null
          and (${voters} = 'residents' or ${attestedAtHome})`
  }
}
