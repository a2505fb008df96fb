/** Proofs that one of several statements "this ciphertext holds that number" is true, without telling which. */
import { type Ciphertext, type Opening, type PublicKey, powersOfKey } from './elgamal'
import { fixedPowers, modulo, multiply, type Power, type Random, randomExponent } from './group'
import { challengeOf } from './hashing'

export interface Proof {
  readonly challenge: bigint
  readonly response: bigint
}

export interface Claim {
  readonly opening: Opening
  readonly value: number
}

export interface Statement {
  readonly cipher: Ciphertext
  readonly value: number
}

/**
 * Proves the first claim that is true and simulates the others. `context` is the text hashed before the commitments.
 * Whoever proves knows all the openings, so every power is one of the generator or of the key.
 * Source: Belenios specification 2.0, sections 4.12 and 4.13.
 */
export function proveOneOf(key: PublicKey, context: string, claims: readonly Claim[], random: Random): Proof[] {
  const { group } = key
  const { q } = group
  const ofG = fixedPowers(group, group.g)
  const ofKey = powersOfKey(key)
  const truth = claims.findIndex((claim) => claim.opening.plain === claim.value)
  if (truth < 0) throw new RangeError('none of the claims is true')
  const nonce = randomExponent(group, random)
  const simulated = claims.map(() => ({
    challenge: randomExponent(group, random),
    response: randomExponent(group, random),
  }))
  const commitments = claims.map(({ opening, value }, index) => {
    if (index === truth) return [ofG(nonce), ofKey(nonce)]
    const { challenge, response } = simulated[index]!
    const exponent = modulo(response + opening.randomness * challenge, q)
    const shift = modulo(BigInt(opening.plain - value) * challenge, q)
    return [ofG(exponent), multiply(group, ofKey(exponent), ofG(shift))]
  })
  const others = simulated.reduce((sum, { challenge }, index) => (index === truth ? sum : sum + challenge), 0n)
  const challenge = modulo(challengeOf(group, `${context}|${commitments.flat().join(',')}`) - others, q)
  const response = modulo(nonce - claims[truth]!.opening.randomness * challenge, q)
  return simulated.map((proof, index) => (index === truth ? { challenge, response } : proof))
}

/** `powers` gives the powers of a number; hand in one that remembers, since the same numbers return. */
export function holdsOneOf(
  key: PublicKey,
  context: string,
  statements: readonly Statement[],
  proofs: readonly Proof[],
  powers: (base: bigint) => Power,
): boolean {
  const { group } = key
  const { q } = group
  if (proofs.length !== statements.length || !proofs.every((proof) => isWithinOrder(proof, q))) return false
  const ofG = fixedPowers(group, group.g)
  const ofKey = powersOfKey(key)
  const commitments = statements.flatMap(({ cipher, value }, index) => {
    const { challenge, response } = proofs[index]!
    const shift = modulo(-BigInt(value) * challenge, q)
    return [
      multiply(group, ofG(response), powers(cipher.alpha)(challenge)),
      multiply(group, ofKey(response), powers(cipher.beta)(challenge), ofG(shift)),
    ]
  })
  const sum = modulo(
    proofs.reduce((total, { challenge }) => total + challenge, 0n),
    q,
  )
  return sum === challengeOf(group, `${context}|${commitments.join(',')}`)
}

export function isWithinOrder({ challenge, response }: Proof, q: bigint): boolean {
  return challenge >= 0n && challenge < q && response >= 0n && response < q
}
