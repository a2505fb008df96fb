/** A poll's life, in steps: announced, open, counted. */
import type { LifeStep } from '#app/components/life-line'
import type { Phase } from '#app/domain/polls/lifecycle'

type Lived = {
  id: string
  phase: Phase
  openedAt: Date | null
  opensAt: Date | null
  closesAt: Date | null
  countedAt: Date | null
  terms: { options: { proposalId: string | null }[] } | null
}

export function lifeOfPoll({ id, phase, openedAt, opensAt, closesAt, countedAt, terms }: Lived): LifeStep[] {
  const unopened = phase === 'unopened'
  const order: Phase[] = ['announced', 'open', 'counting', unopened ? 'unopened' : 'counted']
  const now = order.indexOf(phase)
  const state = (step: number): LifeStep['state'] =>
    now === 3 || step < now ? 'done' : step === now ? 'now' : 'to-come'
  const [proposal, ...others] = new Set(terms?.options.flatMap(({ proposalId }) => proposalId ?? []))
  // Each stands beside its option
  const from = others.length > 0 ? '#options' : `/proposals/${proposal}`
  return [
    ...(proposal ? [{ key: 'polls.life.proposals', state: 'done' as const, to: from }] : []),
    { key: 'polls.life.announced', state: state(0), at: openedAt },
    { key: 'polls.life.open', state: state(1), at: opensAt },
    { key: unopened ? 'polls.life.ended' : 'polls.life.counting', state: state(2), at: closesAt },
    unopened
      ? { key: 'polls.life.unopened', state: 'done' }
      : { key: 'polls.life.counted', state: state(3), at: countedAt, to: now === 3 ? `/polls/${id}/results` : null },
  ]
}
