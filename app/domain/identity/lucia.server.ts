/** Sign-in sessions: opened, read from a cookie, closed. The only file that knows Lucia; the database holds no id, only its hash. */
import { type Adapter, Lucia, TimeSpan } from 'lucia'
import { db } from '#app/db/client.server'
import { type Actor, visitor } from '#app/domain/authorization'
import { env } from '#app/env.server'
import { actorSignedIn } from './actor.server'
import { hashOf } from './secrets.server'

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia
    DatabaseUserAttributes: { actor: Actor }
    DatabaseSessionAttributes: { device: string }
  }
}

const adapter: Adapter = {
  async getSessionAndUser(id) {
    const signedIn = await actorSignedIn(hashOf(id))
    if (signedIn?.actor.kind !== 'person') return [null, null]
    const { actor, expiresAt } = signedIn
    return [
      { id, userId: actor.id, expiresAt, attributes: { device: '' } },
      { id: actor.id, attributes: { actor } },
    ]
  },
  async getUserSessions() {
    // Its ids are known to the browsers alone: signInsOf lists the hashes.
    return []
  },
  async setSession({ id, userId, expiresAt, attributes: { device } }) {
    await db.signInSession.create({ data: { id: hashOf(id), personId: userId, expiresAt, device } })
  },
  async updateSessionExpiration(id, expiresAt) {
    await db.signInSession.updateMany({ where: { id: hashOf(id) }, data: { expiresAt } })
  },
  async deleteSession(id) {
    await db.signInSession.deleteMany({ where: { id: hashOf(id) } })
  },
  async deleteUserSessions(personId) {
    await db.signInSession.deleteMany({ where: { personId } })
  },
  async deleteExpiredSessions() {
    await db.signInSession.deleteMany({ where: { expiresAt: { lte: new Date() } } })
  },
}

export const cookieName = env.secureCookies ? '__Host-agora' : 'agora'

const lucia = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(30, 'd'),
  sessionCookie: {
    name: cookieName,
    attributes: { secure: env.secureCookies, sameSite: 'lax', path: '/' },
  },
  getUserAttributes: ({ actor }) => ({ actor }),
})

export type SignedInAs = {
  actor: Actor
  /** Names this sign-in among the person's others; null for visitors */
  sessionHash: string | null
  /** To send when the cookie was prolonged or is worth nothing any more */
  setCookie: string | null
}

const nobody: SignedInAs = { actor: visitor, sessionHash: null, setCookie: null }

/** Who sends this request. A value that we did not issue is never adopted. */
export async function actorFromCookie(cookieHeader: string | null | undefined): Promise<SignedInAs> {
  const id = cookieHeader ? lucia.readSessionCookie(cookieHeader) : null
  if (!id) return nobody
  if (id.length > 100) return { ...nobody, setCookie: noCookie() }
  const { user, session } = await lucia.validateSession(id)
  if (!user) return { ...nobody, setCookie: noCookie() }
  return { actor: user.actor, sessionHash: hashOf(id), setCookie: session.fresh ? cookieFor(session.id) : null }
}

/** Opens a sign-in with a new id, and returns its Set-Cookie. */
export async function openSignIn(personId: string, device: string): Promise<string> {
  const session = await lucia.createSession(personId, { device: device.slice(0, 120) })
  return cookieFor(session.id)
}

/** Ends the sign-in of this browser, and returns the Set-Cookie that takes the cookie away. */
export async function closeSignIn(cookieHeader: string | null | undefined): Promise<string> {
  const id = cookieHeader ? lucia.readSessionCookie(cookieHeader) : null
  if (id) await lucia.invalidateSession(id)
  return noCookie()
}

/** A new id for the same browser: after a password change, and at every rise of rights. */
export async function renewSignIn(personId: string, oldSignIn: string | null, device: string): Promise<string> {
  const cookie = await openSignIn(personId, device)
  if (oldSignIn) await db.signInSession.deleteMany({ where: { id: oldSignIn, personId } })
  return cookie
}

/** Called by the nightly sweep. */
export async function forgetExpiredSignIns() {
  await lucia.deleteExpiredSessions()
}

const cookieFor = (id: string) => lucia.createSessionCookie(id).serialize()
const noCookie = () => lucia.createBlankSessionCookie().serialize()
