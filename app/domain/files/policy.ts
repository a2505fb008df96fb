/** Who reads a file: everybody once it belongs to something public, its own circle and the officers before and otherwise. */
import { type Actor, hasRole, type Verdict } from '#app/domain/authorization'

export type Readable = {
  ownerId: string
  /** Documents for the office alone, as an association's statute */
  restricted: boolean
  /** What it is attached to can be read by everybody */
  subjectIsPublic: boolean
  /** People who share the subject: co-authors */
  circle: readonly string[]
  /** The association it belongs to, if any */
  associationId: string | null
  /** The territory whose officers may look at it */
  territoryPath: string | null
}

/** What an actor may not read does not exist for that actor. */
export function canReadFile(actor: Actor, file: Readable): Verdict {
  if (!file.restricted && file.subjectIsPublic) return true
  if (actor.kind === 'visitor') return 'not-found'
  if (actor.id === file.ownerId && file.associationId === null) return true
  if (file.circle.includes(actor.id)) return true
  if (canSeeForAssociation(actor, file.associationId)) return true
  return isForOffice(actor, file) || 'not-found'
}

/** Members see what is public; who acts for the association also sees its documents. */
function canSeeForAssociation(actor: Actor, associationId: string | null) {
  return (
    associationId !== null &&
    actor.kind === 'person' &&
    actor.mandates.some((mandate) => mandate.associationId === associationId && mandate.kind !== 'member')
  )
}

function isForOffice(actor: Actor, { restricted, territoryPath }: Readable) {
  if (!restricted || territoryPath === null) return false
  return hasRole(actor, 'officer', territoryPath) || hasRole(actor, 'administrator', territoryPath)
}
