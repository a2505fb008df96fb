/** The phases of a participatory budget: dates decide them until its vote opens, and then the vote does. */
import type { Phase as PollPhase } from '#app/domain/polls/lifecycle'

export type Phase = 'draft' | 'announced' | 'ideas' | 'check' | 'ready' | 'vote' | 'counting' | 'follow'

/** What people are told of, in order. */
export const publicPhases = ['ideas', 'check', 'vote', 'follow'] as const
export type PublicPhase = (typeof publicPhases)[number]

export type Dates = { ideasFrom: Date; ideasUntil: Date; checkUntil: Date; voteFrom: Date; voteUntil: Date }

/** `poll` is the phase of the budget's vote, where there is one. */
export function phaseOf(budget: Dates & { publishedAt: Date | null }, now: Date, poll: PollPhase | null): Phase {
  if (!budget.publishedAt) return 'draft'
  if (poll === 'open') return 'vote'
  if (poll === 'counting') return 'counting'
  if (poll === 'counted') return 'follow'
  if (poll === 'announced') return 'ready'
  if (now < budget.ideasFrom) return 'announced'
  if (now < budget.ideasUntil) return 'ideas'
  return now < budget.checkUntil ? 'check' : 'ready'
}

/** Ideas, then checks, then the vote: none begins before the one before has ended. */
export function inOrder({ ideasFrom, ideasUntil, checkUntil, voteFrom, voteUntil }: Dates): true | string {
  const ordered =
    ideasFrom < ideasUntil &&
    ideasUntil <= checkUntil &&
    checkUntil <= voteFrom &&
    voteFrom.getTime() < voteUntil.getTime()
  return ordered || 'budget.dates-out-of-order'
}

/** What is next, and by when; nothing once the vote is over. */
export function nextDate(phase: Phase, dates: Dates): { what: string; at: Date } | null {
  switch (phase) {
    case 'draft':
    case 'announced':
      return { what: 'ideas-begin', at: dates.ideasFrom }
    case 'ideas':
      return { what: 'ideas-end', at: dates.ideasUntil }
    case 'check':
      return { what: 'check-ends', at: dates.checkUntil }
    case 'ready':
      return { what: 'vote-begins', at: dates.voteFrom }
    case 'vote':
      return { what: 'vote-ends', at: dates.voteUntil }
    default:
      return null
  }
}

/** Which of the four told phases is done, now, or to come. */
export function standingOf(told: PublicPhase, phase: Phase): 'done' | 'now' | 'to-come' {
  const reached: Record<Phase, number> = {
    draft: -1,
    announced: -1,
    ideas: 0,
    check: 1,
    ready: 1,
    vote: 2,
    counting: 2,
    follow: 3,
  }
  const [at, now] = [publicPhases.indexOf(told), reached[phase]]
  return at < now ? 'done' : at === now ? 'now' : 'to-come'
}
