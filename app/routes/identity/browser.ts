import type { Actor, SignedIn } from '#app/domain/authorization'
import type { Browser } from '#app/domain/identity/sign-in.server'
import { Refusal } from '#app/domain/refusal'

/** What a sign-in wants to know of the browser. */
export function browserOf({ request, address }: { request: Request; address: string }): Browser {
  return { address, agent: request.headers.get('User-Agent'), cookies: request.headers.get('Cookie') }
}

export function settingCookies(cookies: readonly string[]): Headers {
  const headers = new Headers()
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return headers
}

/** For screens that exist for signed-in people only. */
export function signedIn(actor: Actor): SignedIn {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  return actor
}
