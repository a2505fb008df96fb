/** Who asks, with what rights: the plain values that every policy reads. */
import { isWithin } from '#app/domain/territories/tree'

export type RoleKind = 'officer' | 'moderator' | 'mediator' | 'facilitator' | 'trainer' | 'administrator'
export type RoleIn = { kind: RoleKind; territoryPath: string }
export type MandateKind = 'representative' | 'delegate' | 'member'
export type HeldMandate = {
  associationId: string
  associationName: string
  kind: MandateKind
  /** Only verified associations act in public */
  verified: boolean
}
export type OfficeSeat = {
  officeId: string
  officeName: string
  rank: 'head' | 'deputy' | 'officer'
  territoryPath: string
}

export type Visitor = { kind: 'visitor' }
export type SignedIn = {
  kind: 'person'
  id: string
  name: string
  /** The language one reads in: a preference, shown to nobody */
  language: string
  /** The confirmed address is the threshold for speaking */
  confirmed: boolean
  homeTerritoryId: string | null
  homePath: string | null
  roles: readonly RoleIn[]
  mandates: readonly HeldMandate[]
  seats: readonly OfficeSeat[]
  /** Seen in person at a desk of where they live now, and not expired or revoked */
  attested: boolean
}
export type Actor = Visitor | SignedIn

/** `true`, or the reason to show. */
export type Verdict = true | string

export const visitor: Visitor = { kind: 'visitor' }

/** Holds this role in the territory or above it. */
export function hasRole(actor: Actor, kind: RoleKind, territoryPath: string) {
  return (
    actor.kind === 'person' &&
    actor.roles.some((role) => role.kind === kind && isWithin(territoryPath, role.territoryPath))
  )
}

/** Holds this role anywhere at all. */
export function hasRoleSomewhere(actor: Actor, kind: RoleKind) {
  return actor.kind === 'person' && actor.roles.some((role) => role.kind === kind)
}

/** May speak: signed in with a confirmed address. */
export function canSpeak(actor: Actor): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  return actor.confirmed || 'identity.confirm-address-first'
}
