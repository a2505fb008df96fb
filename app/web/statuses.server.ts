/** What HTTP says of a refusal: its status, and when to come back. */
import type { Refusal } from '#app/domain/refusal'

const statuses: Record<string, number> = {
  'sign-in-required': 401,
  forbidden: 403,
  'not-found': 404,
  'too-often': 429,
  busy: 503,
}

export function statusOf({ reason }: Pick<Refusal, 'reason'>, otherwise: number): number {
  return statuses[reason] ?? otherwise
}

/** So that a program, too, knows how long to wait; in seconds. */
export function waitOf({ reason, values }: Pick<Refusal, 'reason' | 'values'>): Record<string, string> {
  if (reason === 'busy') return { 'Retry-After': '5' }
  if (reason === 'too-often') return { 'Retry-After': `${Number(values.seconds) || 60}` }
  return {}
}
