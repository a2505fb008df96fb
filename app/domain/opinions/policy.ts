/** Who opens a conversation, keeps it, writes statements in it and says what they think; or why not. */
import { type Actor, canSpeak, hasRole, type Verdict } from '#app/domain/authorization'

/** What is decided on: plain values of one conversation. */
export type Weighed = { territoryPath: string; open: boolean }

/** Over from its last hour, also before a sweep has noticed. */
export function isOpen(conversation: { closesAt: Date | null; closedAt: Date | null }, now: Date): boolean {
  if (conversation.closedAt) return false
  return conversation.closesAt === null || now < conversation.closesAt
}

export function canOpenConversation(actor: Actor, territoryPath: string): Verdict {
  const speaks = canSpeak(actor)
  if (speaks !== true) return speaks
  const opens = hasRole(actor, 'officer', territoryPath) || hasRole(actor, 'facilitator', territoryPath)
  return opens || 'opinions.officers-only'
}

export function canManage(actor: Actor, { territoryPath }: Weighed): Verdict {
  return canOpenConversation(actor, territoryPath)
}

/** Whoever may open it here lets statements in or keeps them out, and so do the moderators. */
export function canModerate(actor: Actor, conversation: Weighed): Verdict {
  const manages = canManage(actor, conversation)
  if (manages === true || manages !== 'opinions.officers-only') return manages
  return hasRole(actor, 'moderator', conversation.territoryPath) || 'opinions.moderators-only'
}

/** Everybody with a confirmed address takes part, from any territory. */
export function canTakePart(actor: Actor, { open }: Weighed): Verdict {
  return open ? canSpeak(actor) : 'opinions.closed'
}
