/** What the administrators' screens about offices need. */
import { db } from '#app/db/client.server'
import { fromColumn } from '#app/domain/answers/civil-date'
import { owedCommitments } from '#app/domain/answers/owed-commitments.server'
import type { Actor, SignedIn } from '#app/domain/authorization'
import { lastDayToEndNow } from '#app/domain/identity/roles'
import { found, insist, Refusal } from '#app/domain/refusal'
import { canManageOffices } from './policy'

/** The territories where the actor administers, and those below. */
function administered(actor: Actor) {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  const paths = actor.roles.filter(({ kind }) => kind === 'administrator').map(({ territoryPath }) => territoryPath)
  insist(paths.length > 0 || 'forbidden')
  return { OR: paths.map((path) => ({ path: { startsWith: path } })) }
}

/** Open offices by territory, with how many people sit in each today. */
export async function officesUnder(actor: SignedIn, now = new Date()) {
  const territories = await db.territory.findMany({
    where: { AND: [administered(actor), { offices: { some: { closedAt: null } } }] },
    select: {
      id: true,
      name: true,
      slug: true,
      patronName: true,
      patronFeast: true,
      offices: {
        where: { closedAt: null },
        select: {
          id: true,
          name: true,
          _count: { select: { members: { where: sittingOn(now) } } },
        },
        orderBy: { name: 'asc' },
      },
    },
    orderBy: { name: 'asc' },
    take: 300,
  })
  return territories.map(({ offices, ...territory }) => ({
    ...territory,
    offices: offices.map(({ _count, ...office }) => ({ ...office, people: _count.members })),
  }))
}

/** Closed offices, the last closed first. */
export async function closedOfficesUnder(actor: SignedIn) {
  return db.office.findMany({
    where: { territory: administered(actor), closedAt: { not: null } },
    select: { id: true, name: true, closedAt: true, territory: { select: { name: true } } },
    orderBy: [{ closedAt: 'desc' }, { id: 'asc' }],
    take: 300,
  })
}

/** What holds an office open: answers that nobody has given, and promises that nobody has kept. */
export async function owedByOffice(actor: Actor, officeId: string, now = new Date()) {
  await officeToManage(actor, officeId, now)
  const answers = await db.answer.findMany({
    where: { officeId, publishedAt: null },
    select: { id: true, dueOn: true, proposal: { select: { title: true, language: true, hiddenAt: true } } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: 50,
  })
  return {
    answers: answers.map(({ id, dueOn, proposal: { title, language, hiddenAt } }) => ({
      ...{ id, language, dueOn: fromColumn(dueOn) },
      title: hiddenAt ? null : title,
    })),
    commitments: await owedCommitments([officeId], 50, now),
  }
}

/** Where an office can be opened. */
export async function placesForOffices(actor: SignedIn) {
  return db.territory.findMany({
    where: administered(actor),
    select: { id: true, name: true, slug: true, kind: true },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }],
  })
}

/** One office with its people of now and later, and the days when it is or will be shut. */
export async function officeToManage(actor: Actor, officeId: string, now = new Date()) {
  const { territory, ...office } = found(
    await db.office.findUnique({
      where: { id: officeId },
      select: {
        id: true,
        name: true,
        description: true,
        email: true,
        topics: true,
        closedAt: true,
        territory: { select: { name: true, slug: true, path: true } },
        members: {
          where: { OR: [{ endsOn: null }, { endsOn: { gt: lastDayToEndNow(now) } }] },
          select: {
            id: true,
            rank: true,
            startsOn: true,
            endsOn: true,
            person: { select: { pseudonym: true, realName: true, email: true } },
          },
          orderBy: [{ rank: 'asc' }, { startsOn: 'asc' }],
        },
        closures: {
          where: { endsOn: { gt: lastDayToEndNow(now) } },
          select: { id: true, startsOn: true, endsOn: true, reason: true },
          orderBy: { startsOn: 'asc' },
        },
      },
    }),
  )
  insist(canManageOffices(actor, territory.path))
  const { path: _path, ...place } = territory
  return { ...office, territory: place }
}

const sittingOn = (now: Date) => ({
  startsOn: { lte: now },
  OR: [{ endsOn: null }, { endsOn: { gt: lastDayToEndNow(now) } }],
})
