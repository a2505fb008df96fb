/** How often something may be tried: counted in the database, for every process, over restarts. */
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { pool } from '#app/db/client.server'
import { Refusal } from '#app/domain/refusal'
import { env } from '#app/env.server'
import { hashOf } from './secrets.server'

/** Tries allowed within a time, in seconds. Where it grows, each try in vain doubles the wait. */
export type Limit = { name: string; tries: number; seconds: number; grows?: boolean }

const hour = 3_600

export const limits = {
  /** Wrong passwords for one account, from a browser that it does not know */
  guesses: { name: 'guess', tries: 5, seconds: 900, grows: true },
  /** Wrong passwords from one network address */
  guessesFrom: { name: 'guess-from', tries: 30, seconds: hour },
  registrationsFrom: { name: 'register-from', tries: 20, seconds: hour },
  /** Letters that somebody else could ask for */
  lettersTo: { name: 'letters-to', tries: 5, seconds: hour },
  lettersFrom: { name: 'letters-from', tries: 30, seconds: hour },
  codesRead: { name: 'codes-read', tries: 10, seconds: 600 },
  invitations: { name: 'invitations', tries: 30, seconds: 24 * hour },
  /** Ballots refused, from one account or, without one, from one network address */
  sealedFrom: { name: 'sealed-from', tries: 60, seconds: hour },
  /** Ballots that one credential signed: each stays on the board for good */
  sealedBy: { name: 'sealed-by', tries: 30, seconds: hour },
  files: { name: 'files', tries: 60, seconds: hour },
} as const satisfies Record<string, Limit>

const counters = new Map<string, RateLimiterPostgres>()

function counterOf({ name, tries, seconds }: Limit) {
  const known = counters.get(name)
  if (known) return known
  const counter = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'Attempt',
    tableCreated: true,
    keyPrefix: name,
    points: tries,
    duration: seconds,
    clearExpiredByTimeout: name === limits.guesses.name,
  })
  counters.set(name, counter)
  return counter
}

/** Counts a try, and refuses the one too many. */
export async function countTry(limit: Limit, by: string): Promise<void> {
  if (env.RATE_LIMITS === 'off') return
  const { consumedPoints, msBeforeNext } = await counterOf(limit).penalty(keyOf(by), 1)
  if (consumedPoints > limit.tries) throw tooOften(msBeforeNext)
}

/** Refuses when the failures counted so far are enough; a wait grows up to an hour. */
export async function insistOnFewFailures(limit: Limit, by: string): Promise<void> {
  if (env.RATE_LIMITS === 'off') return
  const counter = counterOf(limit)
  const counted = await counter.get(keyOf(by))
  if (!counted || counted.consumedPoints < limit.tries) return
  if (!limit.grows) throw tooOften(counted.msBeforeNext)
  const wait = Math.min(hour, 60 * 2 ** Math.min(10, counted.consumedPoints - limit.tries))
  await counter.set(keyOf(by), counted.consumedPoints + 1, wait)
  throw tooOften(wait * 1000)
}

export async function countFailure(limit: Limit, by: string): Promise<void> {
  if (env.RATE_LIMITS === 'on') await counterOf(limit).penalty(keyOf(by), 1)
}

export async function forgetFailures(limit: Limit, by: string): Promise<void> {
  if (env.RATE_LIMITS === 'on') await counterOf(limit).delete(keyOf(by))
}

/** Addresses and networks are not kept in the clear. */
const keyOf = (by: string) => hashOf(by).slice(0, 32)

function tooOften(milliseconds: number) {
  return new Refusal('too-often', {
    minutes: Math.ceil(milliseconds / 60_000),
    seconds: Math.ceil(milliseconds / 1000),
  })
}
