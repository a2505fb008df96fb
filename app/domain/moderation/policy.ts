/** Who may report, hide, keep, appeal and decide on an appeal. */
import { type Actor, canSpeak, hasRole, type Verdict } from '#app/domain/authorization'

/** What was said, by whom and where, in plain values. */
export type Judged = {
  authorIds: readonly string[]
  /** Those who moderate the place today */
  moderatorIds: readonly string[]
  territoryPath: string
  visible: boolean
  hidden: boolean
}
export type Decision = { moderatorId: string; appealed: boolean; appealDecided: boolean }

export function canReport(actor: Actor, { authorIds, visible, hidden }: Judged): Verdict {
  if (!visible) return 'not-found'
  if (hidden) return 'moderation.already-hidden'
  const speaks = canSpeak(actor)
  if (speaks !== true || actor.kind === 'visitor') return speaks
  return !authorIds.includes(actor.id) || 'moderation.own-words'
}

/** A moderator of the territory, or its administrator where no moderator may; never on the own words. */
export function canModerate(actor: Actor, { authorIds, moderatorIds, territoryPath }: Judged, first?: string): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  const nobodyMay = moderatorIds.every((id) => authorIds.includes(id) || id === first)
  const standsIn = nobodyMay && hasRole(actor, 'administrator', territoryPath)
  if (!standsIn && !hasRole(actor, 'moderator', territoryPath)) return 'forbidden'
  return !authorIds.includes(actor.id) || 'moderation.own-words'
}

export function canHide(actor: Actor, judged: Judged): Verdict {
  const moderates = canModerate(actor, judged)
  if (moderates !== true) return moderates
  return !judged.hidden || 'moderation.already-hidden'
}

/** Once, by an author, while the words are hidden. */
export function canAppeal(actor: Actor, judged: Judged, decision: Decision): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  if (!judged.authorIds.includes(actor.id)) return 'not-found'
  if (decision.appealed) return 'moderation.appealed-already'
  return judged.hidden || 'moderation.not-hidden'
}

/** Another one decides: nobody judges the own decision. */
export function canDecideAppeal(actor: Actor, judged: Judged, decision: Decision): Verdict {
  const moderates = canModerate(actor, judged, decision.moderatorId)
  if (moderates !== true || actor.kind === 'visitor') return moderates
  if (!decision.appealed) return 'not-found'
  if (decision.appealDecided) return 'moderation.decided-already'
  return actor.id !== decision.moderatorId || 'moderation.another-moderator'
}
