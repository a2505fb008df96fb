/** What is still missing before a poll may open. */
import { answers, ruleOf } from './rules'
import { isSummable, mostSlots, slotsOn } from './secret/questions'
import type { SecretTerms, Terms } from './terms'

export type Drafted = Pick<Terms, 'question' | 'rule' | 'settings' | 'options' | 'voters' | 'mode' | 'showsRunning'> & {
  associationId: string | null
  opensAt: Date | null
  closesAt: Date | null
  secret?: SecretDraft | undefined
  /** Languages in which it was begun to be written */
  unfinished?: readonly string[]
}

/** A secret vote while it is prepared. */
export type SecretDraft = SecretTerms & { keyIsMade: boolean; credentialsKept: number }

/** Shortest time a poll stays open, in minutes. */
export const shortest = 5

/** Keys of sentences, in the order of the wizard's steps. */
export function missingFrom(poll: Drafted, now: Date): string[] {
  return [
    ...missingOptions(poll),
    ...missingMoney(poll),
    ...missingTimes(poll, now),
    ...missingSecrecy(poll),
    ...(poll.unfinished?.length ? ['poll.translation-unfinished'] : []),
  ]
}

/** What keeps it from being tried out: invented ballots need no trustees, no key and no translation. */
export function missingForTrial(missing: readonly string[]): string[] {
  return missing.filter((key) => !key.startsWith('poll.secret-') && key !== 'poll.translation-unfinished')
}

function missingOptions({ rule, settings, options, voters, associationId }: Drafted): string[] {
  const missing: string[] = []
  const least = rule === 'yes-no' ? answers.length : 2
  if (options.length < least) missing.push('poll.needs-options')
  else if (ruleOf(rule).asks.includes('seats') && settings.seats >= options.length)
    missing.push('poll.as-many-seats-as-options')
  if (voters === 'members' && associationId === null) missing.push('poll.members-of-no-association')
  return missing
}

function missingMoney({ rule, settings, options }: Drafted): string[] {
  if (!ruleOf(rule).budget) return []
  if (settings.budget === null) return ['poll.needs-budget']
  if (options.some(({ cost }) => cost === null || cost < 1)) return ['poll.needs-costs']
  const { budget } = settings
  return options.some(({ cost }) => (cost ?? 0) <= budget) ? [] : ['poll.every-project-too-dear']
}

function missingTimes({ opensAt, closesAt, mode, showsRunning }: Drafted, now: Date): string[] {
  const missing: string[] = []
  const from = opensAt && opensAt > now ? opensAt : now
  if (!closesAt) missing.push('poll.needs-an-end')
  else if (closesAt.getTime() < from.getTime() + shortest * 60_000) missing.push('poll.ends-too-soon')
  if (showsRunning && mode !== 'open') missing.push('poll.running-needs-an-open-vote')
  return missing
}

function missingSecrecy(poll: Drafted): string[] {
  if (poll.mode !== 'secret') return []
  const missing: string[] = []
  if (!isSummable(poll.rule)) missing.push('poll.secret-needs-sums')
  else if (slotsOn(poll) > mostSlots) missing.push('poll.secret-too-many-options')
  if (poll.voters === 'codes') missing.push('poll.secret-needs-accounts')
  if (!poll.secret) return [...missing, 'poll.secret-needs-trustees']
  if (!poll.secret.keyIsMade) missing.push('poll.secret-key-not-made')
  if (poll.secret.credentials === 'registrar' && poll.secret.credentialsKept === 0)
    missing.push('poll.secret-needs-credentials')
  return missing
}
