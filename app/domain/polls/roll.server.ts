/** How many people are entitled to vote in a poll, as of now. */
import { db } from '#app/db/client.server'
import type { Terms } from './terms'

type Asked = { id: string; territoryId: string; associationId: string | null }

export async function rollOf(poll: Asked, voters: Terms['voters']): Promise<number> {
  const [row] = await countOf(poll, voters)
  return Number(row?.n ?? 0)
}

function countOf({ id, territoryId, associationId }: Asked, voters: Terms['voters']): Promise<{ n: bigint }[]> {
  switch (voters) {
    case 'codes':
      return db.$queryRaw`select count(*) as n from "PollCode" where "pollId" = ${id}`
    case 'members':
      return db.$queryRaw`
        select count(distinct m."personId") as n from "Mandate" m join "Person" p on p.id = m."personId"
        where m."associationId" = ${associationId} and m."acceptedAt" is not null and m."endedAt" is null
          and (m."endsOn" is null or m."endsOn" >= current_date) and p."emailConfirmedAt" is not null and p."erasedAt" is null`
    case 'confirmed':
      return db.$queryRaw`select count(*) as n from "Person" where "emailConfirmedAt" is not null and "erasedAt" is null`
    default:
      return db.$queryRaw`
        select count(*) as n from "Person" p join "Territory" home on home.id = p."homeTerritoryId"
        join "Territory" here on here.id = ${territoryId} and home.path like here.path || '%'
        where p."emailConfirmedAt" is not null and p."erasedAt" is null
          and (${voters} = 'residents' or exists (
            select from "Attestation" a where a."personId" = p.id and a."revokedAt" is null and a."expiresOn" >= current_date))`
  }
}
