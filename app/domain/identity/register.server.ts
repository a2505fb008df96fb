/** Registering and confirming the address: the answer is the same for an address that is known, and a letter goes out in either case. */
import { db } from '#app/db/client.server'
import { type Actor, visitor } from '#app/domain/authorization'
import { type Noting, type Tx, transaction } from '#app/domain/journal/transaction.server'
import { insist, Refusal } from '#app/domain/refusal'
import { writeTo } from '#app/mail/templates.server'
import { countFailure, countTry, insistOnFewFailures, limits } from './attempts.server'
import type { Registration } from './forms'
import { mailLink, newMailToken, useMailToken } from './mail-tokens.server'
import { isPersonalName } from './names'
import { hashPassword, inTurn, isPassword } from './password-hash.server'
import { isGoodPassword } from './passwords'

/** The language is that of the page; `address` is the network address. */
export async function register(
  form: Registration,
  { language, address }: { language: string; address: string },
  now = new Date(),
) {
  insist(isPersonalName(form.pseudonym))
  insist(isGoodPassword(form.password, form))
  await countTry(limits.registrationsFrom, address)
  await countTry(limits.lettersTo, form.email)
  const passwordHash = await hashPassword(form.password)
  const home = await comune(form.homeTerritoryId)
  await transaction(async (tx, note) => {
    const { count } = await tx.person.createMany({
      data: [{ email: form.email, pseudonym: form.pseudonym, passwordHash, homeTerritoryId: home, language }],
      skipDuplicates: true,
    })
    const person = await tx.person.findUniqueOrThrow({
      where: { email: form.email },
      select: { id: true, emailConfirmedAt: true, language: true, pseudonym: true },
    })
    if (count === 1) await note({ what: 'person.registered', actor: visitor, subjectId: person.id })
    else if (person.emailConfirmedAt) return tellOfAccount(tx, form.email, person.language, now)
    else await beginAgain(tx, person.id, { passwordHash, pseudonym: form.pseudonym, language, homeTerritoryId: home })
    await askToConfirm(tx, { id: person.id, email: form.email, pseudonym: form.pseudonym, language }, now)
  })
}

type Unconfirmed = { passwordHash: string; pseudonym: string; language: string; homeTerritoryId: string | null }

/** An address that nobody confirmed belongs to nobody: the last one who asks chooses the password, and must know it to confirm. */
async function beginAgain(tx: Tx, id: string, chosen: Unconfirmed) {
  await tx.person.updateMany({ where: { id, emailConfirmedAt: null }, data: chosen })
  await tx.signInSession.deleteMany({ where: { personId: id } })
}

async function tellOfAccount(tx: Tx, email: string, language: string, now: Date) {
  const key = `already:${email}:${now.toISOString().slice(0, 13)}`
  await writeTo(tx, 'already-registered', { key, to: email, language, values: {}, path: '/reset' })
}

type Addressee = { id: string; email: string; pseudonym: string; language: string }

export async function askToConfirm(tx: Tx, { id, email, pseudonym, language }: Addressee, now: Date) {
  const { secret, key } = await newMailToken(tx, id, 'confirm', now, null)
  await writeTo(tx, 'confirm', {
    key,
    to: email,
    language,
    values: { name: pseudonym },
    path: `/confirm?token=${secret}`,
  })
}

/** Somebody signed in without a confirmed address asks for the letter again. */
export async function sendConfirmationAgain(actor: Actor, now = new Date()) {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  insist(!actor.confirmed || 'identity.already-confirmed')
  const person = await db.person.findUniqueOrThrow({
    where: { id: actor.id },
    select: { id: true, email: true, pseudonym: true, language: true },
  })
  const { email } = person
  if (!email) throw new Refusal('not-found')
  await countTry(limits.lettersTo, email)
  await transaction((tx) => askToConfirm(tx, { ...person, email }, now))
}

/** The link proves the mailbox; the password, or being signed in, proves that it is the same person who registered. */
export async function confirmAddress(actor: Actor, token: string, password: string | undefined, now = new Date()) {
  const link = await mailLink(token, 'confirm', now)
  if (!link) throw new Refusal('identity.link-used')
  const { id } = link.person
  if (actor.kind === 'visitor' || actor.id !== id) await insistOnPassword(id, password)
  return transaction(async (tx, note) => {
    await useMailToken(tx, token, 'confirm', now)
    await markConfirmed(tx, note, id, now)
    return { personId: id }
  })
}

async function insistOnPassword(personId: string, password: string | undefined) {
  insist(Boolean(password) || 'identity.password-to-confirm')
  await inTurn(async () => {
    await insistOnFewFailures(limits.guesses, personId)
    const { passwordHash } = await db.person.findUniqueOrThrow({
      where: { id: personId },
      select: { passwordHash: true },
    })
    if (await isPassword(password ?? '', passwordHash)) return
    await countFailure(limits.guesses, personId)
    throw new Refusal('identity.wrong-password', {}, 'password')
  })
}

export async function markConfirmed(tx: Tx, note: Noting, personId: string, now: Date) {
  const { count } = await tx.person.updateMany({
    where: { id: personId, emailConfirmedAt: null },
    data: { emailConfirmedAt: now },
  })
  if (count === 1) await note({ what: 'person.confirmed', actor: visitor, subjectId: personId })
}

/** Home is a comune that exists, or nothing. */
export async function comune(id: string | null | undefined): Promise<string | null> {
  if (!id) return null
  const home = await db.territory.findUnique({ where: { id }, select: { kind: true } })
  insist(home?.kind === 'comune' || 'identity.home-is-a-comune')
  return id
}
