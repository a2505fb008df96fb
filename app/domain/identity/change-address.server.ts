/** A new e-mail address: it holds once a letter to it was opened, and the old one is told. */
import { db } from '#app/db/client.server'
import type { SignedIn } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { insist } from '#app/domain/refusal'
import { writeTo } from '#app/mail/templates.server'
import { countTry, limits } from './attempts.server'
import { newMailToken, useMailToken } from './mail-tokens.server'
import { insistOnOwnPassword } from './reset-password.server'

/** Says the same whether the new address has an account or not. */
export async function askForNewAddress(
  actor: SignedIn,
  { email, password }: { email: string; password: string },
  now = new Date(),
) {
  const { email: old, language, pseudonym } = await insistOnOwnPassword(actor, password)
  insist(email !== old || 'identity.same-address')
  await countTry(limits.lettersTo, email)
  await transaction(async (tx) => {
    const other = await tx.person.findUnique({ where: { email }, select: { language: true } })
    if (other) return tellOwner(tx, email, other.language, now)
    const { secret, key } = await newMailToken(tx, actor.id, 'changeAddress', now, email)
    const path = `/account/address/confirm?token=${secret}`
    await writeTo(tx, 'change-address', { key, to: email, language, values: { name: pseudonym }, path })
  })
}

async function tellOwner(tx: Tx, email: string, language: string, now: Date) {
  const key = `address-taken:${email}:${now.toISOString().slice(0, 13)}`
  await writeTo(tx, 'address-taken', { key, to: email, language, values: {} })
}

/** Of the letter to the address that one had before. */
export const goodByeKey = (entryId: bigint | string) => `address-changed:${entryId}`

/** Opened by the same person, signed in. */
export async function takeNewAddress(actor: SignedIn, token: string, now = new Date()) {
  await transaction(async (tx, note) => {
    const { personId, address } = await useMailToken(tx, token, 'changeAddress', now)
    insist((personId === actor.id && address !== null) || 'identity.link-used')
    const { email: old, language } = await tx.person.findUniqueOrThrow({
      where: { id: actor.id },
      select: { email: true, language: true },
    })
    insist(
      !(await tx.person.findUnique({ where: { email: address ?? '' }, select: { id: true } })) || 'identity.link-used',
    )
    await tx.person.update({
      where: { id: actor.id },
      data: { email: address, emailConfirmedAt: now },
      select: { id: true },
    })
    await tx.mailToken.deleteMany({ where: { personId: actor.id } })
    const { entryId } = await note({ what: 'person.address-changed', actor, subjectId: actor.id })
    if (old) await writeTo(tx, 'address-changed', { key: goodByeKey(entryId), to: old, language, values: {} })
  })
}

/** What the account page shows about the address itself. */
export async function ownAddress(actor: SignedIn) {
  const { email } = await db.person.findUniqueOrThrow({ where: { id: actor.id }, select: { email: true } })
  return email
}
