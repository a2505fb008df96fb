/** Small numbers encrypted so that ciphertexts multiply into the encryption of their sum. */
import { fixedPowers, type Group, modulo, multiply, type Power, type Random, randomExponent } from './group'

export interface PublicKey {
  readonly group: Group
  readonly y: bigint
}

export interface Ciphertext {
  readonly alpha: bigint
  readonly beta: bigint
}

/** What opens a ciphertext: whoever holds it can read and prove it. */
export interface Opening {
  readonly randomness: bigint
  readonly plain: number
}

export const nothing: Ciphertext = { alpha: 1n, beta: 1n }

export function encrypt(key: PublicKey, plain: number, random: Random): { cipher: Ciphertext; opening: Opening } {
  const randomness = randomExponent(key.group, random)
  const ofG = fixedPowers(key.group, key.group.g)
  const alpha = ofG(randomness)
  const beta = multiply(key.group, powersOfKey(key)(randomness), ofG(BigInt(plain)))
  return { cipher: { alpha, beta }, opening: { randomness, plain } }
}

export function powersOfKey({ group, y }: PublicKey): Power {
  return fixedPowers(group, y)
}

/** The encryption of the sum. */
export function sumOf(group: Group, ciphers: readonly Ciphertext[]): Ciphertext {
  return ciphers.reduce(
    (sum, { alpha, beta }) => ({ alpha: multiply(group, sum.alpha, alpha), beta: multiply(group, sum.beta, beta) }),
    nothing,
  )
}

/** A ciphertext counted that many times. */
export function weighted(group: Group, { alpha, beta }: Ciphertext, weight: bigint): Ciphertext {
  if (weight === 1n) return { alpha, beta }
  return { alpha: group.power(alpha, weight), beta: group.power(beta, weight) }
}

export function sumOfOpenings(group: Group, openings: readonly Opening[]): Opening {
  return {
    randomness: modulo(
      openings.reduce((sum, { randomness }) => sum + randomness, 0n),
      group.q,
    ),
    plain: openings.reduce((sum, { plain }) => sum + plain, 0),
  }
}
