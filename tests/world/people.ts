/** The cast as actors, and the places, for tests on a real database. */
import { db } from '#app/db/client.server'
import type { SignedIn } from '#app/domain/authorization'
import { actorOf } from '#app/domain/identity/actor.server'
import { addressOf, type CastName } from '#prisma/seed/town'

/** What the application would know of this person at sign-in. */
export async function actor(name: CastName): Promise<SignedIn> {
  const { id } = await db.person.findUniqueOrThrow({ where: { email: addressOf(name) }, select: { id: true } })
  const known = await actorOf(id)
  if (known.kind !== 'person') throw new Error(`${name} is nobody`)
  return known
}

export async function territory(path: string) {
  return db.territory.findUniqueOrThrow({ where: { path }, select: { id: true, path: true, name: true, slug: true } })
}

export const monopoli = () => territory('/puglia/bari/monopoli/')
export const bari = () => territory('/puglia/bari/bari/')
export const lecce = () => territory('/puglia/lecce/lecce/')

export async function office(name = 'Servizi sociali') {
  return db.office.findFirstOrThrow({ where: { name }, select: { id: true, name: true, territoryId: true } })
}

export async function association(name = 'Associazione Ponte') {
  return db.association.findFirstOrThrow({ where: { name }, select: { id: true, name: true } })
}

/** Journal kinds of one subject, in order. */
export async function journalOf(subjectId: string) {
  const entries = await db.entry.findMany({ where: { subjectId }, orderBy: { number: 'asc' }, select: { what: true } })
  return entries.map(({ what }) => what)
}
