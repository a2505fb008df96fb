/** Roles: dated, in a territory, given and ended by its administrators; the whole platform always keeps one. */
import { civilDateAt, toColumn } from '#app/domain/answers/civil-date'
import { type Actor, hasRole, type RoleKind, type Verdict } from '#app/domain/authorization'

export const roleKinds: readonly RoleKind[] = [
  'officer',
  'moderator',
  'mediator',
  'facilitator',
  'trainer',
  'administrator',
]

/** Administrators act in their territory and below it. */
export function canGiveRoles(actor: Actor, territoryPath: string): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  return hasRole(actor, 'administrator', territoryPath) || 'forbidden'
}

/** The one who could still give every role: at the root of the tree, with no last day. */
export function keepsThePlatform(role: { kind: RoleKind; territoryPath: string; endsOn: Date | null }): boolean {
  const isRoot = role.territoryPath.split('/').filter(Boolean).length === 1
  return role.kind === 'administrator' && isRoot && role.endsOn === null
}

/** Days that lie wholly in the past, on the calendar in Italy: what is given for them gives nothing. */
export function isPast(lastDay: Date | null | undefined, now: Date): boolean {
  return lastDay != null && lastDay < toColumn(civilDateAt(now))
}

/** A role has a last day; one that ends at once had it yesterday. */
export function lastDayToEndNow(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - 1))
}
