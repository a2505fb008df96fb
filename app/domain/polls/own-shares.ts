/** What a ballot paid for, district by district where each counts apart: it votes where it names a project. Without the quorum, nothing. */
import { type PublishedCount, type VoterShare, voterShare } from '#app/domain/voting/budgets/voter-share'
import { holdingIn, type PollReport } from './count'
import { partsOf } from './reasons'

export type OwnShare = { district: string | null; share: VoterShare }

export function sharesOf(report: PollReport, keys: readonly string[]): OwnShare[] {
  return partsOf(holdingIn(report)).flatMap(({ district, report: part }) => {
    const own = new Set(part.options)
    const named = keys.filter((key) => own.has(key))
    if (!Array.isArray(part.stages) || (district !== null && named.length === 0)) return []
    return [{ district, share: voterShare(publishedIn(part), named) }]
  })
}

function publishedIn({ stages, votes, endowmentExact }: PollReport): PublishedCount {
  return {
    stages: stages as PublishedCount['stages'],
    votes: (votes ?? {}) as Record<string, string>,
    ...(typeof endowmentExact === 'string' && { endowmentExact }),
  }
}
