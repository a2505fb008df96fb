/** Giving and ending roles. Two administrators who end each other at the same moment find one of the two ends refused. */
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { type Noting, type Tx, transaction } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import type { RoleGrant } from './forms'
import { canGiveRoles, isPast, keepsThePlatform, lastDayToEndNow } from './roles'

export async function grantRole(
  actor: Actor,
  { email, territoryId, kind, startsOn, endsOn }: RoleGrant,
  now = new Date(),
) {
  return transaction(async (tx, note) => {
    const territory = found(await tx.territory.findUnique({ where: { id: territoryId }, select: { path: true } }))
    insist(canGiveRoles(actor, territory.path))
    insist(!endsOn || endsOn >= startsOn || 'identity.ends-before-it-starts', 'endsOn')
    insist(!isPast(endsOn, now) || 'identity.days-are-past', 'endsOn')
    const personId = await confirmedPerson(tx, email)
    return give(tx, note, actor, { personId, territoryId, kind, startsOn, endsOn: endsOn ?? null })
  })
}

/** A keeper of the whole platform from today, without a last day, made by who runs the machine: nobody else can make the first. */
export async function makeAdministrator(email: string, now = new Date()) {
  return transaction(async (tx, note) => {
    const root = found(await tx.territory.findFirst({ where: { parentId: null }, select: { id: true, name: true } }))
    const personId = await confirmedPerson(tx, email)
    const startsOn = new Date(now.toISOString().slice(0, 10))
    await give(tx, note, 'clock', { personId, territoryId: root.id, kind: 'administrator', startsOn, endsOn: null })
    return { territory: root.name }
  })
}

async function confirmedPerson(tx: Tx, email: string) {
  const person = await tx.person.findUnique({ where: { email }, select: { id: true, emailConfirmedAt: true } })
  if (!person?.emailConfirmedAt) throw new Refusal('identity.nobody-with-this-address', {}, 'email')
  return person.id
}

type RoleOf = { personId: string; territoryId: string; kind: RoleGrant['kind'] }

async function give(
  tx: Tx,
  note: Noting,
  actor: Actor | 'clock',
  { startsOn, endsOn, ...role }: RoleOf & { startsOn: Date; endsOn: Date | null },
) {
  await insistOnNoOverlap(tx, role, startsOn)
  const grantedById = actor !== 'clock' && actor.kind === 'person' ? actor.id : null
  const { id: roleId } = await tx.role.create({
    data: { ...role, startsOn, endsOn, grantedById },
    select: { id: true },
  })
  const { personId, territoryId, kind } = role
  await note({ what: 'role.granted', actor, subjectId: personId, territoryId, details: { roleId, kind } })
  return { roleId, personId }
}

async function insistOnNoOverlap(tx: Tx, role: RoleOf, startsOn: Date) {
  await tx.$queryRaw`select 1 from "Person" where id = ${role.personId} for update`
  const same = await tx.role.findFirst({
    where: { ...role, OR: [{ endsOn: null }, { endsOn: { gte: startsOn } }] },
    select: { id: true },
  })
  insist(!same || 'identity.has-this-role')
}

export async function endRole(actor: Actor, roleId: string, now = new Date()) {
  await transaction(async (tx, note) => {
    await lockAdministration(tx)
    const role = found(
      await tx.role.findUnique({
        where: { id: roleId },
        select: { personId: true, kind: true, endsOn: true, territoryId: true, territory: { select: { path: true } } },
      }),
    )
    const territoryPath = role.territory.path
    insist(canGiveRoles(actor, territoryPath))
    const lastDay = lastDayToEndNow(now)
    insist(role.endsOn === null || role.endsOn > lastDay || 'identity.role-is-over')
    if (keepsThePlatform({ ...role, territoryPath }))
      insist((await hasAnotherKeeper(tx, role.personId)) || 'identity.last-administrator')
    await tx.role.update({ where: { id: roleId }, data: { endsOn: lastDay }, select: { id: true } })
    const details = { roleId, kind: role.kind }
    await note({ what: 'role.ended', actor, subjectId: role.personId, territoryId: role.territoryId, details })
  })
}

/** One end at a time, in every process. */
export async function lockAdministration(tx: Tx) {
  await tx.$executeRaw`select pg_advisory_xact_lock(727002)`
}

/** Somebody else could give every role today. */
export async function hasAnotherKeeper(tx: Pick<Tx, '$queryRaw'>, personId: string) {
  const others = await tx.$queryRaw<unknown[]>`
    select 1 from "Role" r join "Territory" t on t.id = r."territoryId" join "Person" p on p.id = r."personId"
    where r.kind = 'administrator' and t."parentId" is null and r."endsOn" is null and r."startsOn" <= current_date
      and r."personId" <> ${personId} and p."erasedAt" is null and p."emailConfirmedAt" is not null limit 1`
  return others.length > 0
}

/** Roles held now or later in the administrator's territories. */
export async function rolesUnder(actor: Actor, now = new Date()) {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  const paths = actor.roles.filter(({ kind }) => kind === 'administrator').map(({ territoryPath }) => territoryPath)
  insist(paths.length > 0 || 'forbidden')
  const under = { OR: paths.map((path) => ({ path: { startsWith: path } })) }
  const roles = await db.role.findMany({
    where: { territory: under, OR: [{ endsOn: null }, { endsOn: { gt: lastDayToEndNow(now) } }] },
    select: {
      id: true,
      kind: true,
      startsOn: true,
      endsOn: true,
      createdAt: true,
      person: { select: { pseudonym: true, realName: true, email: true } },
      territory: { select: { id: true, name: true, kind: true } },
      grantedBy: { select: { pseudonym: true } },
    },
    orderBy: [{ kind: 'desc' }, { createdAt: 'desc' }],
    take: 500,
  })
  const territories = await db.territory.findMany({
    where: under,
    select: { id: true, name: true, kind: true },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }],
  })
  return { roles, territories }
}
