/** Where one goes to see what happened, or to act on it. */

export type Happening = {
  what: string
  subjectKind: string
  subjectId: string
  details: unknown
  /** Territories are found by their slug */
  slug: string | null
}

const atTheDesk = new Set(['answer.due', 'answer.assigned', 'answer.escalated'])
const withTheKey = new Set([
  'poll.trustees-named',
  'poll.ceremony-goes-on',
  'poll.awaits-trustees',
  'poll.trustees-reminded',
])
const inTheQueue = /^(comment|proposal|project)\.(reported|appealed)$/

export function placeOf({ what, subjectKind, subjectId, details, slug }: Happening): string {
  if (atTheDesk.has(what)) {
    const answerId = wordIn(details, 'answerId')
    return answerId ? `/desk/${answerId}` : '/desk'
  }
  if (inTheQueue.test(what)) return '/moderation'
  if (what === 'person.attestation-revoked') return '/account/attestation'
  const hidingId = wordIn(details, 'hidingId')
  if (hidingId) return `/moderation/hidings/${hidingId}`
  if (withTheKey.has(what)) return `/polls/${subjectId}/trustee`
  if (what === 'poll.head-kept') return `/polls/${subjectId}/board`
  if (what === 'poll.key-made') return `/polls/${subjectId}/trustees`
  if (what === 'opinions.statement-written') return `/opinions/${subjectId}/moderation`
  return publicPlaceOf({ what, subjectKind, subjectId, details, slug })
}

/** Where everybody sees what an entry is about. */
export function publicPlaceOf({ what, subjectKind, subjectId, details, slug }: Happening): string {
  const commitmentId = what.startsWith('commitment.') ? wordIn(details, 'commitmentId') : null
  if (commitmentId) return `/commitments/${commitmentId}`
  if (subjectKind === 'proposal') {
    const commentId = what.startsWith('comment.') ? wordIn(details, 'commentId') : null
    return `/proposals/${subjectId}${commentId ? `#comment-${commentId}` : what.startsWith('answer.') ? '#answer' : ''}`
  }
  if (subjectKind === 'poll') return `/polls/${subjectId}`
  if (subjectKind === 'opinions') return `/opinions/${subjectId}`
  if (subjectKind === 'panel') return `/panels/${subjectId}`
  if (subjectKind === 'budget') {
    const number = (details as { number?: unknown } | null)?.number
    return typeof number === 'number' ? `/budgets/${subjectId}/projects/${number}` : `/budgets/${subjectId}`
  }
  if (subjectKind === 'association') return `/associations/${subjectId}`
  if (subjectKind === 'territory') return slug ? `/territories/${slug}` : '/territories'
  return '/account'
}

/** An id kept in an entry's details. */
export function wordIn(details: unknown, name: string): string | null {
  if (typeof details !== 'object' || details === null) return null
  const value = (details as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : null
}
