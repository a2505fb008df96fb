import type { Actor, SignedIn } from '#app/domain/authorization'
import { Refusal } from '#app/domain/refusal'

/** For screens that exist for signed-in people only. */
export function signedIn(actor: Actor): SignedIn {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  return actor
}
