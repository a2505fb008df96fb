/** Proofs that somebody knows the secret behind a public number (Schnorr), and signatures made of them. */
import { isWithinOrder, type Proof } from './disjunction'
import { fixedPowers, type Group, modulo, multiply, type Random, randomExponent } from './group'
import { challengeOf } from './hashing'

/** `context` is the text hashed before the commitment: `pok|…`, `sig|…` or `sigmsg|…`. */
export function proveKnowledge(group: Group, context: string, secret: bigint, random: Random): Proof {
  const nonce = randomExponent(group, random)
  const commitment = fixedPowers(group, group.g)(nonce)
  const challenge = challengeOf(group, `${context}|${commitment}`)
  return { challenge, response: modulo(nonce - secret * challenge, group.q) }
}

export function holdsKnowledge(group: Group, context: string, known: bigint, proof: Proof): boolean {
  if (!isWithinOrder(proof, group.q)) return false
  const commitment = multiply(group, fixedPowers(group, group.g)(proof.response), group.power(known, proof.challenge))
  return proof.challenge === challengeOf(group, `${context}|${commitment}`)
}
