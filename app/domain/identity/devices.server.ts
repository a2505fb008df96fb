/** Browsers in which somebody signed in before, known by a long-lived cookie that opens nothing by itself. */
import { db } from '#app/db/client.server'
import { env } from '#app/env.server'
import { hashOf, newSecret } from './secrets.server'

const name = env.secureCookies ? '__Host-device' : 'device'
const year = 365 * 24 * 3_600

export function deviceIn(cookieHeader: string | null): string | null {
  const pair = (cookieHeader ?? '').split(';').find((part) => part.trim().startsWith(`${name}=`))
  const value = pair?.trim().slice(name.length + 1)
  return value && /^[\w-]{43}$/.test(value) ? value : null
}

export async function isKnownDevice(personId: string, device: string): Promise<boolean> {
  const known = await db.knownDevice.findUnique({
    where: { hash: hashFor(personId, device) },
    select: { personId: true },
  })
  return known?.personId === personId
}

/** Notes that this person used this browser. The Set-Cookie, when the browser had none. */
export async function rememberDevice(personId: string, cookieHeader: string | null): Promise<string | null> {
  const present = deviceIn(cookieHeader)
  const device = present ?? newSecret().secret
  const hash = hashFor(personId, device)
  await db.knownDevice.upsert({
    where: { hash },
    create: { hash, personId },
    update: { lastSeenAt: new Date() },
    select: { hash: true },
  })
  const secure = env.secureCookies ? '; Secure' : ''
  return present ? null : `${name}=${device}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${year}${secure}`
}

/** The cookie is the same for everybody who shares the browser; the row is each one's own. */
const hashFor = (personId: string, device: string) => hashOf(`${personId} ${device}`)
