/** Who acts for an association, who looks after its papers, and who verifies it. */
import { type Actor, hasRole, type MandateKind, type Verdict } from '#app/domain/authorization'
import { canMove, isOpenForChanges, isPublic, type OfficerMove, type Verification } from './verification'

export type Association = { id: string; verification: Verification; seatPath: string | null }

/** Proposing, commenting, supporting in its name: a representative or a delegate of a verified association. */
export function canActFor(actor: Actor, associationId: string): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  const own = actor.mandates.filter((mandate) => mandate.associationId === associationId)
  if (own.length === 0) return 'association.not-yours'
  if (!own.some(({ kind }) => kind !== 'member')) return 'association.members-do-not-act'
  return own.some(({ verified }) => verified) || 'association.not-verified'
}

/** As oneself, or in a name: what every act that can be done for an association asks. */
export function actingFor(actor: Actor, associationId: string | null): Verdict {
  return associationId === null || canActFor(actor, associationId)
}

/** In whose name an act on what is an association's is written down: a co-author from outside acts in their own. */
export function inNameOf(actor: Actor, associationId: string | null): string | null {
  return associationId !== null && canActFor(actor, associationId) === true ? associationId : null
}

/** The associations in whose name an actor may act now, to choose from. */
export function associationsToActFor(actor: Actor): { id: string; name: string }[] {
  if (actor.kind === 'visitor') return []
  const names = new Map(
    actor.mandates
      .filter(({ associationId }) => canActFor(actor, associationId) === true)
      .map(({ associationId, associationName }) => [associationId, associationName]),
  )
  return [...names].map(([id, name]) => ({ id, name }))
}

/** Anybody who may speak registers an association, and becomes its representative. */
export function canClaim(actor: Actor): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  return actor.confirmed || 'identity.confirm-address-first'
}

const holds = (actor: Actor, associationId: string, kinds: readonly MandateKind[]) =>
  actor.kind === 'person' &&
  actor.mandates.some((mandate) => mandate.associationId === associationId && kinds.includes(mandate.kind))

/** Its papers are seen by who acts for it and by the officers of its seat; for the others they do not exist. */
export function canSeePapers(actor: Actor, association: Association): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  return holds(actor, association.id, ['representative', 'delegate']) || isItsOffice(actor, association) || 'not-found'
}

/** Its page is public once it is verified; before, only its own people and its office see it. */
export function canSee(actor: Actor, association: Association): Verdict {
  if (isPublic(association.verification)) return true
  if (holds(actor, association.id, ['representative', 'delegate', 'member'])) return true
  return isItsOffice(actor, association) || 'not-found'
}

export function canChange(actor: Actor, association: Association): Verdict {
  const seen = canSeePapers(actor, association)
  if (seen !== true) return seen
  if (!holds(actor, association.id, ['representative', 'delegate'])) return 'forbidden'
  return isOpenForChanges(association.verification) || 'association.under-lock'
}

/** What it does and how to reach it can be kept up to date by a verified one as well. */
export function canUpdate(actor: Actor, association: Association): Verdict {
  if (association.verification !== 'verified') return canChange(actor, association)
  return holds(actor, association.id, ['representative', 'delegate']) || 'forbidden'
}

/** Only a representative answers for what is sent. */
export function canSubmit(actor: Actor, association: Association): Verdict {
  const changes = canChange(actor, association)
  if (changes !== true) return changes
  return holds(actor, association.id, ['representative']) || 'association.only-representatives'
}

/** An officer of the seat's territory, who has no part in the association. */
export function canDecide(actor: Actor, association: Association, move: OfficerMove): Verdict {
  const seen = canSeePapers(actor, association)
  if (seen !== true) return seen
  if (!isItsOffice(actor, association)) return 'forbidden'
  if (holds(actor, association.id, ['representative', 'delegate', 'member'])) return 'association.your-own'
  return canMove(association.verification, move) || 'association.not-in-this-state'
}

export function isItsOffice(actor: Actor, { seatPath }: Association): boolean {
  return seatPath !== null && (hasRole(actor, 'officer', seatPath) || hasRole(actor, 'administrator', seatPath))
}

export type Standing = { hasRepresentative: boolean }

/** A representative invites; an association that has lost its last one is helped by its office, with a new representative. */
export function canInvite(actor: Actor, association: Association, kind: MandateKind, standing: Standing): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  if (holds(actor, association.id, ['representative'])) return true
  if (isItsOffice(actor, association)) {
    return (kind === 'representative' && !standing.hasRepresentative) || 'association.has-representative'
  }
  return holds(actor, association.id, ['delegate', 'member']) ? 'association.only-representatives' : 'not-found'
}

/** A representative ends any mandate; everybody ends one's own. */
export function canEndMandate(actor: Actor, association: Association, holderId: string | null): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  if (holderId === actor.id) return true
  if (holds(actor, association.id, ['representative'])) return true
  return holds(actor, association.id, ['delegate', 'member']) ? 'association.only-representatives' : 'not-found'
}
