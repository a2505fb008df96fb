/** The demonstration's door: in as one of the cast with a click. Outside a demonstration it does not exist. */
import { db } from '#app/db/client.server'
import { visitor } from '#app/domain/authorization'
import { transaction } from '#app/domain/journal/transaction.server'
import { found, insist } from '#app/domain/refusal'
import { env } from '#app/env.server'
import { castAddress, castNames, isCastMember } from './cast'
import { type Browser, cookiesFor } from './sign-in.server'

/** The cast that is there, in the order of the door; empty when there is no door. */
export async function castAtTheDoor(open = env.demonstration) {
  if (!open) return []
  const people = await db.person.findMany({
    where: { email: { in: castNames.map(castAddress) } },
    select: { email: true, pseudonym: true, realName: true, homeTerritory: { select: { name: true } } },
  })
  return castNames.flatMap((name) => {
    const person = people.find(({ email }) => email === castAddress(name))
    return person
      ? [{ name, shown: person.realName ?? person.pseudonym, home: person.homeTerritory?.name ?? null }]
      : []
  })
}

export async function signInAsCast(name: string, browser: Browser, open = env.demonstration) {
  insist(open || 'not-found')
  insist(isCastMember(name) || 'not-found')
  const email = castAddress(name as (typeof castNames)[number])
  const person = found(await db.person.findUnique({ where: { email }, select: { id: true } }))
  await transaction((_tx, note) => note({ what: 'person.signed-in', actor: visitor, subjectId: person.id }))
  return { personId: person.id, cookies: await cookiesFor(person.id, browser) }
}

/** Letters as they would go out: readable only where nothing is sent, or in a demonstration. */
export async function outbox(open = env.demonstration && !env.SMTP_URL, limit = 50) {
  insist(open || 'not-found')
  return db.letter.findMany({
    select: { id: true, to: true, subject: true, text: true, language: true, createdAt: true, sentAt: true },
    orderBy: { createdAt: 'desc' },
    take: limit,
  })
}
