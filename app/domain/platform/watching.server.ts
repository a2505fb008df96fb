/** Who may hear that something changed: whoever may read its page. */
import { db } from '#app/db/client.server'
import type { Actor, Verdict } from '#app/domain/authorization'
import { canRead as canReadPanel } from '#app/domain/panels/policy'
import { shownPanel } from '#app/domain/panels/queries.server'
import { canRead as canReadPoll } from '#app/domain/polls/policy'
import { reachPoll } from '#app/domain/polls/reach-poll.server'
import { canRead as canReadProposal } from '#app/domain/proposals/policy'
import { reach as reachProposal } from '#app/domain/proposals/reach.server'
import { isRefusal } from '#app/domain/refusal'

const verdicts: Record<string, (actor: Actor, id: string) => Promise<Verdict>> = {
  panel: async (actor, id) => canReadPanel(actor, (await shownPanel(id)).weighed),
  poll: async (actor, id) => canReadPoll(actor, await reachPoll(db, id)),
  proposal: async (actor, id) => canReadProposal(actor, (await reachProposal(db, id)).weighed),
}

export function isWatchable(kind: string): boolean {
  return Object.hasOwn(verdicts, kind)
}

export async function mayWatch(actor: Actor, kind: string, id: string): Promise<boolean> {
  try {
    return (await verdicts[kind]?.(actor, id)) === true
  } catch (error) {
    if (isRefusal(error)) return false
    throw error
  }
}
