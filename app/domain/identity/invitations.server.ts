/** Invitations are for one address: only the person who has it accepts. */
import { type Actor, canSpeak, type Verdict } from '#app/domain/authorization'
import type { Tx } from '#app/domain/journal/transaction.server'

export async function canAcceptAt(tx: Pick<Tx, 'person'>, actor: Actor, invitedEmail: string | null): Promise<Verdict> {
  const speaks = canSpeak(actor)
  if (speaks !== true || actor.kind === 'visitor') return speaks
  const { email } = await tx.person.findUniqueOrThrow({ where: { id: actor.id }, select: { email: true } })
  return email === invitedEmail || 'identity.invitation-for-another'
}
