/** Who may say something, change it, take it back or mark it as useful. */
import { actingFor } from '#app/domain/associations/policy'
import { type Actor, canSpeak, type Verdict } from '#app/domain/authorization'

/** What a discussion hangs on, in plain values. */
export type Discussed = {
  /** Somebody may see it at all */
  visible: boolean
  /** New comments are taken */
  open: boolean
}

export type Said = { authorId: string; associationId: string | null; withdrawn: boolean; hidden: boolean }

/** Whoever has a confirmed address speaks, from any territory. */
export function canComment(actor: Actor, discussed: Discussed, associationId: string | null = null): Verdict {
  if (!discussed.visible) return 'not-found'
  if (!discussed.open) return 'discussion.closed'
  const speaks = canSpeak(actor)
  if (speaks !== true) return speaks
  return actingFor(actor, associationId)
}

export function canEditComment(actor: Actor, said: Said, discussed: Discussed): Verdict {
  const own = isOwn(actor, said)
  if (own !== true) return own
  if (said.withdrawn) return 'discussion.withdrawn'
  if (said.hidden) return 'discussion.hidden'
  return discussed.open || 'discussion.closed'
}

/** Taking back stays possible when the discussion is over. */
export function canWithdrawComment(actor: Actor, said: Said): Verdict {
  const own = isOwn(actor, said)
  if (own !== true) return own
  return !said.withdrawn || 'discussion.withdrawn'
}

export function canMarkUseful(actor: Actor, said: Said, discussed: Discussed): Verdict {
  if (!discussed.visible || said.withdrawn || said.hidden) return 'not-found'
  const speaks = canSpeak(actor)
  if (speaks !== true || actor.kind === 'visitor') return speaks
  return actor.id !== said.authorId || 'discussion.own-comment'
}

/** A comment belongs to the person who wrote it; what was said for an association, while they act for it. */
function isOwn(actor: Actor, { authorId, associationId }: Said): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  if (actor.id !== authorId) return 'discussion.not-yours'
  return actingFor(actor, associationId)
}
