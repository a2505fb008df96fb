/** Who makes, opens and restarts a poll, who votes in it, and who types paper ballots in; or why not. */
import { canActFor } from '#app/domain/associations/policy'
import { type Actor, canSpeak, hasRole, type Verdict } from '#app/domain/authorization'
import { isWithin } from '#app/domain/territories/tree'
import type { Phase, Stage } from './lifecycle'
import type { Terms } from './terms'

/** What is decided on: plain values of one poll. */
export type Weighed = { stage: Stage; territoryPath: string; associationId: string | null }

/** An officer of the territory asks its people; who acts for a verified association asks its members. */
export function canMakePoll(actor: Actor, territoryPath: string, associationId: string | null): Verdict {
  const speaks = canSpeak(actor)
  if (speaks !== true) return speaks
  if (associationId !== null) return canActFor(actor, associationId)
  return hasRole(actor, 'officer', territoryPath) || 'poll.officers-only'
}

export function canEdit(actor: Actor, poll: Weighed): Verdict {
  const manages = canManage(actor, poll)
  if (manages !== true) return poll.stage === 'draft' && manages !== 'sign-in-required' ? 'not-found' : manages
  return poll.stage === 'draft' || 'poll.rules-are-frozen'
}

export function canManage(actor: Actor, poll: Weighed): Verdict {
  return canMakePoll(actor, poll.territoryPath, poll.associationId)
}

export function canRead(actor: Actor, poll: Weighed & { round: number }): Verdict {
  return poll.stage !== 'draft' || poll.round > 1 || canManage(actor, poll) === true || 'not-found'
}

type Votable = { phase: Phase; territoryPath: string; associationId: string | null; voters: Terms['voters'] }

/** Whether this person is entitled, whatever the hour. */
export function isEntitled(actor: Actor, { territoryPath, associationId, voters }: Omit<Votable, 'phase'>): Verdict {
  if (voters === 'codes') return 'poll.codes-only'
  const speaks = canSpeak(actor)
  if (speaks !== true || actor.kind === 'visitor') return speaks
  if (voters === 'members')
    return actor.mandates.some((mandate) => mandate.associationId === associationId) || 'poll.members-only'
  if (voters === 'confirmed') return true
  if (!isWithin(actor.homePath, territoryPath)) return 'poll.residents-only'
  return voters === 'residents' || actor.attested || 'poll.attested-only'
}

/** The database's clock has the last word: this one only says what the page says. */
export function canVote(actor: Actor, poll: Votable): Verdict {
  if (poll.phase === 'draft') return 'not-found'
  if (poll.phase === 'announced') return 'poll.not-yet-open'
  if (poll.phase !== 'open') return 'poll.closed'
  return isEntitled(actor, poll)
}

/** A code is its own title: whoever holds it votes. */
export function canUseCode(phase: Phase): Verdict {
  if (phase === 'draft') return 'not-found'
  if (phase === 'announced') return 'poll.not-yet-open'
  return phase === 'open' || 'poll.closed'
}

/** Where a registrar made the credentials, whoever holds one votes, with an account or without. */
export function canCast(
  actor: Actor,
  poll: Votable,
  secret: { credentials: 'server' | 'registrar' } | undefined,
): Verdict {
  return secret?.credentials === 'registrar' ? canUseCode(poll.phase) : canVote(actor, poll)
}

/** An officer of the place hands funded projects to an office. */
export function canCommit(actor: Actor, { territoryPath, funds }: { territoryPath: string; funds: boolean }): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  if (!hasRole(actor, 'officer', territoryPath)) return 'poll.officers-only'
  return funds || 'poll.funds-nothing'
}

/** Paper comes from the polling desk: officers of the territory only, while it is open. */
export function canTypePaper(
  actor: Actor,
  { phase, territoryPath, mode }: { phase: Phase; territoryPath: string; mode: Terms['mode'] | undefined },
): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  if (mode === 'secret') return 'poll.secret-has-no-paper'
  if (!hasRole(actor, 'officer', territoryPath)) return 'poll.officers-only'
  return phase === 'open' || 'poll.closed'
}
