/** A person as an actor: name, home, roles, mandates and seats that hold today, in one statement. */

import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import type { Actor, HeldMandate, OfficeSeat, RoleIn } from '#app/domain/authorization'
import { visitor } from '#app/domain/authorization'
import { attestedAtHome } from './attested.server'

type Row = {
  id: string
  name: string
  language: string
  confirmed: boolean
  homeTerritoryId: string | null
  homePath: string | null
  attested: boolean
  roles: RoleIn[] | null
  mandates: HeldMandate[] | null
  seats: OfficeSeat[] | null
}

const asActor = Prisma.sql`
  p.id, case when p."showsRealName" then coalesce(p."realName", p.pseudonym) else p.pseudonym end as name, p.language,
  p."emailConfirmedAt" is not null as confirmed, p."homeTerritoryId", home.path as "homePath",
  ${attestedAtHome} as attested,
  (select json_agg(json_build_object('kind', r.kind, 'territoryPath', t.path))
    from "Role" r join "Territory" t on t.id = r."territoryId"
    where r."personId" = p.id and r."startsOn" <= current_date and (r."endsOn" is null or r."endsOn" >= current_date)) as roles,
  (select json_agg(json_build_object('associationId', a.id, 'associationName', a.name, 'kind', m.kind, 'verified', a.verification = 'verified')
      order by m.kind)
    from "Mandate" m join "Association" a on a.id = m."associationId"
    where m."personId" = p.id and m."acceptedAt" is not null and m."endedAt" is null
      and m."startsOn" <= current_date and (m."endsOn" is null or m."endsOn" >= current_date)) as mandates,
  (select json_agg(json_build_object('officeId', o.id, 'officeName', o.name, 'rank', s.rank, 'territoryPath', t.path))
    from "OfficeMember" s join "Office" o on o.id = s."officeId" join "Territory" t on t.id = o."territoryId"
    where s."personId" = p.id and o."closedAt" is null
      and s."startsOn" <= current_date and (s."endsOn" is null or s."endsOn" >= current_date)) as seats`

export async function actorOf(personId: string): Promise<Actor> {
  const rows = await db.$queryRaw<Row[]>`
    select ${asActor} from "Person" p left join "Territory" home on home.id = p."homeTerritoryId"
    where p.id = ${personId} and p."erasedAt" is null`
  return rows[0] ? actorIn(rows[0]) : visitor
}

/** The actor behind a sign-in session, with the session's end; one statement on every request of a signed-in person. */
export async function actorSignedIn(signInHash: string): Promise<{ actor: Actor; expiresAt: Date } | null> {
  const rows = await db.$queryRaw<(Row & { expiresAt: Date })[]>`
    select ${asActor}, s."expiresAt"
    from "SignInSession" s join "Person" p on p.id = s."personId" left join "Territory" home on home.id = p."homeTerritoryId"
    where s.id = ${signInHash} and p."erasedAt" is null`
  if (!rows[0]) return null
  const { expiresAt, ...row } = rows[0]
  return { actor: actorIn(row), expiresAt }
}

function actorIn({ roles, mandates, seats, ...person }: Row): Actor {
  return { kind: 'person', ...person, roles: roles ?? [], mandates: mandates ?? [], seats: seats ?? [] }
}
