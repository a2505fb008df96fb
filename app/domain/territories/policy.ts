/** Who may change a territory's rules. */
import { type Actor, hasRole, type Verdict } from '#app/domain/authorization'

export function canChangeRules(actor: Actor, territoryPath: string): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  return hasRole(actor, 'administrator', territoryPath) || 'territory.not-an-administrator'
}
