/** Who opens offices, seats people in them and says when they are shut. */
import { type Actor, hasRole, type Verdict } from '#app/domain/authorization'

/** The administrators of the territory, or of one above it. */
export function canManageOffices(actor: Actor, territoryPath: string): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  return hasRole(actor, 'administrator', territoryPath) || 'forbidden'
}

export type Days = { startsOn: Date; endsOn: Date | null }

/** Two stretches of days, both ends included, that share one; no end means for ever. */
export function overlap(one: Days, other: Days): boolean {
  const reaches = (end: Date | null, start: Date) => end === null || end >= start
  return reaches(one.endsOn, other.startsOn) && reaches(other.endsOn, one.startsOn)
}

/** The longest an office may announce to be shut, in days. */
export const longestClosure = 60

export function isClosureFit({ startsOn, endsOn }: { startsOn: Date; endsOn: Date }): Verdict {
  if (endsOn < startsOn) return 'office.ends-before-it-starts'
  const days = (endsOn.getTime() - startsOn.getTime()) / 86_400_000 + 1
  return days <= longestClosure || 'office.closure-too-long'
}
