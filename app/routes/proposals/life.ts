/** The steps of a proposal's life as its page shows them. */
import type { LifeStep } from '#app/components/life-line'
import type { Stage } from '#app/domain/proposals/lifecycle'

type Lived = {
  stage: Stage
  createdAt: Date | string
  publishedAt: Date | string | null
  qualifiedAt: Date | string | null
  answeredAt: Date | string | null
  withdrawnAt: Date | string | null
  archivedAt: Date | string | null
  authorName: string
  associationName: string | null
}

export function lifeOf(proposal: Lived, commitments: number): LifeStep[] {
  const { stage, publishedAt, qualifiedAt, answeredAt, withdrawnAt, archivedAt } = proposal
  const who = proposal.associationName ?? proposal.authorName
  const born = step('born', publishedAt, { who })
  if (stage === 'withdrawn') return [born, step('withdrawn', withdrawnAt)]
  const supported = step('supported', qualifiedAt, { now: stage === 'open' })
  if (stage === 'archived' && !answeredAt) return [born, supported, step('archived', archivedAt)]
  const answered = step('answered', answeredAt, { now: stage === 'qualified', to: '#answer' })
  const kept = step('commitments', null, {
    now: commitments > 0 && stage === 'answered',
    to: commitments > 0 ? '#answer' : null,
  })
  const end = stage === 'archived' ? [step('archived', archivedAt)] : []
  return [born, supported, answered, kept, ...end]
}

type More = { now?: boolean; who?: string; to?: string | null }

function step(name: string, at: Date | string | null, { now = false, who, to }: More = {}): LifeStep {
  return {
    key: `proposals.life.${name}`,
    state: at ? 'done' : now ? 'now' : 'to-come',
    at,
    who: who ?? null,
    to: at || now ? (to ?? null) : null,
  }
}
