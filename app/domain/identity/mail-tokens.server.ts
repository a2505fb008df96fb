/** Links sent by mail: each opens one door, once, for a short while, and a newer one closes the older. */
import { db } from '#app/db/client.server'
import type { MailTokenPurpose } from '#app/db/generated/client'
import type { Tx } from '#app/domain/journal/transaction.server'
import { insist } from '#app/domain/refusal'
import { hashOf, newSecret } from './secrets.server'

const minute = 60_000
const lifetimes: Record<MailTokenPurpose, number> = {
  confirm: 48 * 60 * minute,
  reset: 30 * minute,
  changeAddress: 24 * 60 * minute,
}

export type LinkPurpose = MailTokenPurpose

/** Writes a token and returns what goes into the letter. */
export async function newMailToken(tx: Tx, personId: string, purpose: LinkPurpose, now: Date, address: string | null) {
  const { secret, hash } = newSecret()
  await tx.mailToken.deleteMany({ where: { personId, purpose } })
  await tx.mailToken.create({
    data: { hash, personId, purpose, address, expiresAt: new Date(now.getTime() + lifetimes[purpose]) },
  })
  return { secret, key: `${purpose}:${hash.slice(0, 24)}` }
}

/** Uses it up; of two at once, one finds it gone. */
export async function useMailToken(tx: Tx, secret: string, purpose: LinkPurpose, now: Date) {
  const hash = hashOf(secret)
  const token = await tx.mailToken.findUnique({ where: { hash }, select: { personId: true, address: true } })
  const { count } = await tx.mailToken.deleteMany({ where: { hash, purpose, expiresAt: { gt: now } } })
  insist((token !== null && count === 1) || 'identity.link-used')
  return token as { personId: string; address: string | null }
}

/** Whom a link is for, if it still opens; nothing is used up. */
export async function mailLink(secret: string, purpose: LinkPurpose, now = new Date()) {
  const token = await db.mailToken.findUnique({
    where: { hash: hashOf(secret) },
    select: {
      purpose: true,
      expiresAt: true,
      address: true,
      person: { select: { id: true, email: true, pseudonym: true } },
    },
  })
  if (!token || token.purpose !== purpose || token.expiresAt <= now) return null
  return { person: token.person, address: token.address }
}
