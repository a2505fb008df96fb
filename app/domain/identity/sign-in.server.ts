/** Signing in: the same answer and the same time for an unknown address, and few guesses. */
import { db } from '#app/db/client.server'
import { visitor } from '#app/domain/authorization'
import { transaction } from '#app/domain/journal/transaction.server'
import { Refusal } from '#app/domain/refusal'
import { countFailure, forgetFailures, insistOnFewFailures, limits } from './attempts.server'
import { deviceIn, isKnownDevice, rememberDevice } from './devices.server'
import { openSignIn, renewSignIn } from './lucia.server'
import { inTurn, isPassword } from './password-hash.server'

export type Browser = {
  /** The network address */
  address: string
  /** User-Agent, as the browser says */
  agent: string | null
  cookies: string | null
}

/** Returns the Set-Cookie values of a new sign-in. An address that nobody confirmed yet is answered like a wrong password. */
export async function signIn(
  email: string,
  password: string,
  browser: Browser,
): Promise<{ personId: string; cookies: string[] }> {
  const person = await inTurn(() => recognise(email, password, browser))
  await transaction((_tx, note) => note({ what: 'person.signed-in', actor: visitor, subjectId: person.id }))
  return { personId: person.id, cookies: await cookiesFor(person.id, browser) }
}

/** For whoever has just proved to be this person in another way: by a link, or at the demonstration's door. */
export async function cookiesFor(personId: string, { agent, cookies }: Browser): Promise<string[]> {
  const device = await rememberDevice(personId, cookies)
  const signIn = await openSignIn(personId, deviceName(agent))
  return device ? [signIn, device] : [signIn]
}

/** A new id for this browser; the old one is worth nothing any more. */
export async function renewedCookie(personId: string, oldSignIn: string | null, { agent }: Browser): Promise<string> {
  return renewSignIn(personId, oldSignIn, deviceName(agent))
}

async function recognise(email: string, password: string, { address, cookies }: Browser) {
  const person = await db.person.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, emailConfirmedAt: true, erasedAt: true },
  })
  const device = deviceIn(cookies)
  const known = person && device && (await isKnownDevice(person.id, device))
  // A known browser counts its own guesses, so that nobody else can lock its owner out.
  const guesser = known ? `${email} ${device}` : email
  await insistOnFewFailures(limits.guesses, guesser)
  if (!known) await insistOnFewFailures(limits.guessesFrom, address)
  const right = await isPassword(password, person?.passwordHash)
  if (person && right && person.emailConfirmedAt && !person.erasedAt) {
    await forgetFailures(limits.guesses, guesser)
    return person
  }
  await countFailure(limits.guesses, guesser)
  await countFailure(limits.guessesFrom, address)
  throw new Refusal('identity.not-recognised')
}

/** Firefox · Android: enough for its owner to recognise it. */
export function deviceName(agent: string | null): string {
  const said = (agent ?? '').slice(0, 400)
  const browser = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'].find((name) => said.includes(`${name}/`))
  const system = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'Linux'].find((name) => said.includes(name))
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', 'Mac OS': 'macOS' }
  return [browser, system].flatMap((name) => (name ? [names[name] ?? name] : [])).join(' · ')
}
