/** Forms sent as a program would: signed in by cookie, with any fields and any bytes. */
import { createHash, randomBytes } from 'node:crypto'
import { addressOf, type CastName } from '#prisma/seed/town'
import { origin, rows } from '#tests/world/browser'

export async function cookieOf(who: CastName | null): Promise<string> {
  if (!who) return ''
  const id = randomBytes(20).toString('hex')
  await rows(
    `insert into "SignInSession" (id, "personId", "expiresAt", device)
      select $1, id, now() + interval '1 day', 'test' from "Person" where email = $2`,
    [createHash('sha256').update(id).digest('hex'), addressOf(who)],
  )
  return `agora=${id}`
}

export const send = (path: string, body: BodyInit, cookie = '', headers: Record<string, string> = {}) =>
  fetch(origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: origin, Referer: `${origin}/`, Cookie: cookie, ...headers },
    body,
  })

export const read = (path: string, cookie = '') =>
  fetch(origin + path, { redirect: 'manual', headers: { Cookie: cookie } })

export function fields(values: Record<string, string>): URLSearchParams {
  return new URLSearchParams(values)
}

/** What differs between two answers that say the same: the nonce, and what was typed. */
export function plain(body: string, typed: string): string {
  return body.replace(/nonce="[^"]*"|"nonce-[^"]*"/g, '').replaceAll(typed, '…')
}
