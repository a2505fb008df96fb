/** The secret credential that a voter receives, and the public one that the board shows. */
import { pbkdf2 } from '@noble/hashes/pbkdf2.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { fixedPowers, type Group, integerOf, type Random } from './group'

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const written =
  /^([1-9A-HJ-NP-Za-km-z]{3})-?([1-9A-HJ-NP-Za-km-z]{3})-?([1-9A-HJ-NP-Za-km-z]{3})-?([1-9A-HJ-NP-Za-km-z]{3})-?([1-9A-HJ-NP-Za-km-z]{3})$/

/** `XXX-XXX-XXX-XXX-XXX`: fourteen random characters and one that catches slips of the pen. */
export function makeCredential(random: Random): string {
  const body = randomToken(14, random)
  return grouped(body + checkCharacter(body))
}

/** Whether it is written as a credential is and its last character agrees with the others. */
export function isCredential(credential: string): boolean {
  const letters = bare(credential)
  return letters !== undefined && checkCharacter(letters.slice(0, 14)) === letters[14]
}

/**
 * The secret exponent, derived for one election only, by its identifier; dashes left out in typing are put back first.
 * Source: Belenios specification 2.0, section 4.8.
 */
export function secretOf(group: Group, electionUuid: string, credential: string): bigint {
  const letters = bare(credential)
  if (letters === undefined) throw new RangeError('not a credential')
  return integerOf(pbkdf2(sha256, grouped(letters), electionUuid, { c: 1000, dkLen: 32 })) % group.q
}

export function publicCredential(group: Group, electionUuid: string, credential: string): bigint {
  return fixedPowers(group, group.g)(secretOf(group, electionUuid, credential))
}

/** Characters drawn evenly from the 58 that nobody confuses when reading aloud. */
export function randomToken(length: number, random: Random): string {
  let token = ''
  while (token.length < length) {
    const [byte = 255] = random(1)
    if (byte < 232) token += alphabet[byte % 58]
  }
  return token
}

function checkCharacter(body: string): string {
  const number = [...body].reduce((sum, letter) => sum * 58n + BigInt(alphabet.indexOf(letter)), 0n)
  return alphabet[53 - Number(number % 53n)] ?? ''
}

function grouped(letters: string): string {
  return letters.replace(/(...)(?=.)/g, '$1-')
}

function bare(credential: string): string | undefined {
  return written.exec(credential)?.slice(1).join('')
}
