/** Secrets that travel by mail or cookie: 256 random bits, of which the database sees only a hash. */
import { createHash, randomBytes } from 'node:crypto'

export function newSecret() {
  const secret = randomBytes(32).toString('base64url')
  return { secret, hash: hashOf(secret) }
}

export function hashOf(secret: string) {
  return createHash('sha256').update(secret).digest('hex')
}

/** Marks one writing of a form, so that sending it twice is one act. */
export function newFormKey() {
  return randomBytes(12).toString('base64url')
}
