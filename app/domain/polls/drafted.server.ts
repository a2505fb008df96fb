/** A poll as its makers see it while they write it, and as it will be frozen. */
import type { Tx } from '#app/domain/journal/transaction.server'
import type { Drafted } from './readiness'
import { isRule, ruleOf } from './rules'
import { secretDraft } from './secret/secret-draft.server'
import { type Settings, settingsFrom, type Terms } from './terms'
import { translationsFor } from './write-translation.server'

export type DraftedPoll = Drafted & Pick<Terms, 'description' | 'translations'>

export async function draftedPoll(
  tx: Pick<Tx, 'poll' | 'pollTranslation' | 'secretVote' | 'trustee' | 'publicCredential'>,
  pollId: string,
): Promise<DraftedPoll | null> {
  const poll = await tx.poll.findUnique({
    where: { id: pollId },
    select: {
      language: true,
      question: true,
      description: true,
      associationId: true,
      rule: true,
      settings: true,
      mode: true,
      voters: true,
      showsRunning: true,
      opensAt: true,
      closesAt: true,
      round: true,
      options: {
        orderBy: { position: 'asc' },
        select: { id: true, key: true, title: true, text: true, cost: true, place: true, proposalId: true },
      },
    },
  })
  if (!poll) return null
  const { round, language, ...draft } = poll
  const rule = isRule(poll.rule) ? poll.rule : 'yes-no'
  const secret = poll.mode === 'secret' ? await secretDraft(tx, { pollId, round }) : undefined
  return {
    ...draft,
    ...(secret && { secret }),
    ...(await translationsFor(tx, { ...draft, id: pollId, language, rule })),
    rule,
    settings: {
      ...settingsFrom(poll.settings as Partial<Settings>),
      tieBreak: ruleOf(rule).budget ? 'cost-votes-seed' : 'seed',
      resolute: true,
    },
  }
}
