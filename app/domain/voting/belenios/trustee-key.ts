/** A trustee's key: the public half with the proof that somebody knows the secret one. */
import { z } from 'zod'
import { bigNumber, proofForm, writtenProof } from './ballot-text'
import type { Proof } from './disjunction'
import { fixedPowers, type Group, isElement, type Random, randomExponent } from './group'
import { holdsKnowledge, proveKnowledge } from './knowledge'

export interface TrusteeKey {
  readonly publicKey: bigint
  readonly proof: Proof
}

export function makeTrusteeKey(group: Group, random: Random): { secret: bigint; key: TrusteeKey } {
  const secret = randomExponent(group, random)
  return { secret, key: trusteeKeyOf(group, secret, random) }
}

export function trusteeKeyOf(group: Group, secret: bigint, random: Random): TrusteeKey {
  const publicKey = fixedPowers(group, group.g)(secret)
  return { publicKey, proof: proveKnowledge(group, context(group, publicKey), secret, random) }
}

/** A key whose owner does not know its secret could be made to cancel the others. */
export function isTrusteeKey(group: Group, { publicKey, proof }: TrusteeKey): boolean {
  return isElement(group, publicKey) && holdsKnowledge(group, context(group, publicKey), publicKey, proof)
}

export function writtenTrusteeKey({ publicKey, proof }: TrusteeKey) {
  return { pok: writtenProof(proof), public_key: String(publicKey) }
}

export const trusteeKeyForm = z
  .object({ pok: proofForm, public_key: bigNumber })
  .transform(({ pok, public_key }): TrusteeKey => ({ publicKey: public_key, proof: pok }))

function context({ name }: Group, publicKey: bigint): string {
  return `pok|${name}|${publicKey}`
}
