/** What would be without anybody if this person left. */
import { db } from '#app/db/client.server'
import type { SignedIn } from '#app/domain/authorization'
import type { Tx } from '#app/domain/journal/transaction.server'
import { hasAnotherKeeper, lockAdministration } from './grant-roles.server'
import { type HeldAlone, type Tie, tiesOf } from './leaving'

export async function ownTies(actor: SignedIn): Promise<Tie[]> {
  return tiesOf(await heldAlone(db, actor.id))
}

/** Until the end of the transaction nobody else gives up what this person could be left alone with. */
export async function lockHeld(tx: Tx, personId: string) {
  await lockAdministration(tx)
  await tx.$queryRaw`
    select 1 from "Office" where id in (select "officeId" from "OfficeMember" where "personId" = ${personId})
    order by id for update`
  await tx.$queryRaw`
    select 1 from "Association" where id in (select "associationId" from "Mandate" where "personId" = ${personId})
    order by id for update`
  await tx.$queryRaw`select 1 from "Person" where id = ${personId} for update`
}

export async function heldAlone(tx: Pick<Tx, '$queryRaw'>, personId: string): Promise<HeldAlone> {
  return {
    platform: (await keeps(tx, personId)) && !(await hasAnotherKeeper(tx, personId)),
    offices: await headed(tx, personId),
    associations: await represented(tx, personId),
    votes: await trusted(tx, personId),
  }
}

async function keeps(tx: Pick<Tx, '$queryRaw'>, personId: string) {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from "Role" r join "Territory" t on t.id = r."territoryId"
    where r."personId" = ${personId} and r.kind = 'administrator' and t."parentId" is null and r."endsOn" is null limit 1`
  return rows.length > 0
}

type Named = { name: string }[]
const namesIn = (rows: Named) => rows.map(({ name }) => name)

async function headed(tx: Pick<Tx, '$queryRaw'>, personId: string) {
  return namesIn(
    await tx.$queryRaw<Named>`
      select distinct o.name from "OfficeMember" s join "Office" o on o.id = s."officeId" and o."closedAt" is null
      where s."personId" = ${personId} and s.rank = 'head' and (s."endsOn" is null or s."endsOn" >= current_date)
        and not exists (
          select from "OfficeMember" other join "Person" p on p.id = other."personId" and p."erasedAt" is null
          where other."officeId" = o.id and other."personId" <> ${personId} and other.rank = 'head'
            and other."startsOn" <= current_date and (other."endsOn" is null or other."endsOn" >= current_date))
      order by o.name`,
  )
}

async function represented(tx: Pick<Tx, '$queryRaw'>, personId: string) {
  return namesIn(
    await tx.$queryRaw<Named>`
      select distinct a.name from "Mandate" m join "Association" a on a.id = m."associationId"
      where m."personId" = ${personId} and m.kind = 'representative' and a.verification = 'verified'
        and m."acceptedAt" is not null and m."endedAt" is null and (m."endsOn" is null or m."endsOn" >= current_date)
        and not exists (
          select from "Mandate" other join "Person" p on p.id = other."personId" and p."erasedAt" is null
          where other."associationId" = a.id and other."personId" <> ${personId} and other.kind = 'representative'
            and other."acceptedAt" is not null and other."endedAt" is null and other."endsOn" is null
            and other."startsOn" <= current_date)
      order by a.name`,
  )
}

/** Without enough trustees nobody ever opens the count. */
async function trusted(tx: Pick<Tx, '$queryRaw'>, personId: string) {
  return namesIn(
    await tx.$queryRaw<Named>`
      select p.question as name from "Trustee" t join "Poll" p on p.id = t."pollId" and p.round = t.round
      join "SecretVote" s on s."pollId" = p.id and s.round = p.round and not s."tooFew"
      where t."personId" = ${personId} and p.stage in ('open', 'closed') order by p.question`,
  )
}
