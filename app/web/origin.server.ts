/** Where a request comes from: from a page of this site or not, and from which network address. */
import type { IncomingMessage } from 'node:http'
import { env } from '#app/env.server'

const own = env.ORIGIN ? new URL(env.ORIGIN) : undefined
const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** The browser says where a form came from; without a word from it, nothing is accepted. */
export function isSameOrigin({ headers: { origin, host } }: IncomingMessage): boolean {
  if (!origin || !host) return false
  if (own) return origin === own.origin
  return origin === `http://${host}` || origin === `https://${host}`
}

/** Whether it asks for this site by its name, or by the one that it has on this machine. Without ORIGIN no name is known. */
export function isOwnHost({ headers: { host = '' } }: IncomingMessage): boolean {
  return !own || host.toLowerCase() === own.host || loopback.test(host)
}

/** Where the site begins, also for who has come by another name. */
export const home = own ? `${own.origin}/` : '/'

/** The name that people know the site by, as far as it is told. */
export function hostOf({ headers: { host } }: IncomingMessage): string {
  return own?.host ?? String(host)
}

export function addressOf({ headers, socket }: IncomingMessage): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
  const trusted = env.TRUSTED_PROXIES > 0 ? forwarded.at(-env.TRUSTED_PROXIES) : undefined
  return trusted || socket.remoteAddress || 'unknown'
}
