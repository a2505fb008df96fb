/** The public halves of many credentials, by OpenSSL: some ten times faster than `publicCredential`. */
import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import { fixedPowers, type Group, integerOf } from './group'

const derived = promisify(pbkdf2)

/** Source: Belenios specification 2.0, section 4.8. The credentials bear their dashes. */
export async function publicHalves(group: Group, uuid: string, credentials: readonly string[]): Promise<string[]> {
  const power = fixedPowers(group, group.g)
  return Promise.all(
    credentials.map(async (credential) => {
      const secret = integerOf(await derived(credential, uuid, 1000, 32, 'sha256')) % group.q
      return String(power(secret))
    }),
  )
}
