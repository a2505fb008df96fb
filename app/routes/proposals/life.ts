/** The steps of a proposal's life as its page shows them: what was done, what goes on now, and what is really to come. */
import type { LifeStep } from '#app/components/life-line'
import type { Stage } from '#app/domain/proposals/lifecycle'

type When = Date | string | null

type Lived = {
  stage: Stage
  imported: boolean
  publishedAt: When
  qualifiedAt: When
  answeredAt: When
  withdrawnAt: When
  archivedAt: When
  authorName: string
  associationName: string | null
}

type Promised = { id: string; doneAt: When; droppedAt: When }
type Replies = { rounds: readonly { round: number; publishedAt: When }[]; commitments: readonly Promised[] }

export function lifeOf(proposal: Lived, { rounds, commitments }: Replies): LifeStep[] {
  const { stage, publishedAt, withdrawnAt, archivedAt } = proposal
  const born = done('born', publishedAt, { who: { name: proposal.authorName, association: proposal.associationName } })
  if (stage === 'withdrawn') return [born, done('withdrawn', withdrawnAt)]
  // A review moves the date kept on the proposal: the first answer keeps its own
  const answeredAt = rounds.find(({ round }) => round === 1)?.publishedAt ?? proposal.answeredAt
  if (!answeredAt) return [born, ...unanswered(proposal)]
  const answered = [born, ...supported(proposal), done('answered', answeredAt, { to: '#answer' })]
  const promised = commitments.length > 0 ? [done('commitments', null, { to: '#answer' })] : []
  const result = resultOf(commitments)
  const review = rounds.find(({ round }) => round === 2)
  if (review && !review.publishedAt) {
    const later = [...(promised.length > 0 ? [] : [toCome('commitments')]), toCome('result')]
    const before = result?.state === 'done' ? [...promised, result] : promised
    return [...answered, ...before, now('review', '#answer'), ...(result?.state === 'done' ? [] : later)]
  }
  const reviewed = review ? [done('review', review.publishedAt, { to: '#answer' })] : []
  const archived = stage === 'archived' ? [done('archived', archivedAt)] : []
  return [...answered, ...reviewed, ...promised, ...inOrder(result, archived)]
}

/** In the archive without an answer it had too few supports; what came from elsewhere did not count them here, nor say when. */
function unanswered({ stage, imported, qualifiedAt, archivedAt }: Lived): LifeStep[] {
  if (stage === 'archived') return [imported ? done('archived', null) : done('too-few-supports', archivedAt)]
  const waits = stage === 'qualified'
  return [
    waits ? done('supported', qualifiedAt) : now('supported'),
    waits ? now('answered', '#answer') : toCome('answered'),
    toCome('commitments'),
    toCome('result'),
  ]
}

function supported({ qualifiedAt }: Lived): LifeStep[] {
  return qualifiedAt ? [done('supported', qualifiedAt)] : []
}

/** What became of all that was promised: nothing to say where nothing was. */
function resultOf(commitments: readonly Promised[]): LifeStep | null {
  if (commitments.length === 0) return null
  const [only, another] = commitments
  const to = only && !another ? `/commitments/${only.id}` : '#answer'
  const ends = commitments.map(({ doneAt, droppedAt }) => doneAt ?? droppedAt)
  if (ends.includes(null)) return now('result', to)
  const last = ends.reduce((later, end) => (time(end) > time(later) ? end : later))
  const kept = commitments.filter(({ doneAt }) => doneAt).length
  const name = kept === commitments.length ? 'kept' : kept === 0 ? 'dropped' : 'kept-in-part'
  return done(name, last, { to })
}

/** What is still being done comes after the archive, what was done before it stays before. */
function inOrder(result: LifeStep | null, archived: LifeStep[]): LifeStep[] {
  if (!result) return archived
  const [end] = archived
  const before = result.state === 'done' && (!end || time(result.at) <= time(end.at))
  return before ? [result, ...archived] : [...archived, result]
}

const time = (when: When | undefined) => (when ? new Date(when).getTime() : 0)
const key = (name: string) => `proposals.life.${name}`

function done(name: string, at: When, { who, to }: { who?: LifeStep['who']; to?: string } = {}): LifeStep {
  return { key: key(name), state: 'done', at, who: who ?? null, to: to ?? null }
}

const now = (name: string, to: string | null = null): LifeStep => ({ key: key(name), state: 'now', to })
const toCome = (name: string): LifeStep => ({ key: key(name), state: 'to-come' })
