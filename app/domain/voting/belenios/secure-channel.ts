/** What trustees tell each other through the server, signed and encrypted so that the server can only pass it on. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { openCcm, sealCcm } from './aes-ccm'
import { bigNumber, proofForm, writtenProof } from './ballot-text'
import { randomToken } from './credentials'
import type { Proof } from './disjunction'
import { parsedJson } from './election'
import { fixedPowers, type Group, inverse, isElement, multiply, type Random, randomExponent } from './group'
import { sha256Integer } from './hashing'
import { holdsKnowledge, proveKnowledge } from './knowledge'

/** What a trustee's seed stands for. */
export interface ChannelKeys {
  readonly signing: bigint
  readonly decryption: bigint
}

export interface ChannelPublicKeys {
  readonly verification: bigint
  readonly encryption: bigint
}

export interface SignedMessage {
  readonly message: string
  readonly signature: Proof
}

/** Twenty-two characters: the one secret that a trustee of a threshold keeps. */
export function makeSeed(random: Random): string {
  return randomToken(22, random)
}

export function channelKeysOf(group: Group, seed: string): ChannelKeys {
  return { signing: sha256Integer(`sk|${seed}`) % group.q, decryption: sha256Integer(`dk|${seed}`) % group.q }
}

export function publicHalves(group: Group, { signing, decryption }: ChannelKeys): ChannelPublicKeys {
  const ofG = fixedPowers(group, group.g)
  return { verification: ofG(signing), encryption: ofG(decryption) }
}

export function sign(group: Group, { signing }: ChannelKeys, message: string, random: Random): SignedMessage {
  return { message, signature: proveKnowledge(group, `sigmsg|${message}`, signing, random) }
}

export function isSignedBy(group: Group, verification: bigint, { message, signature }: SignedMessage): boolean {
  return holdsKnowledge(group, `sigmsg|${message}`, verification, signature)
}

/** Source of the format: Belenios specification 2.0, sections 4.6.1 and 4.6.3. */
export function send(group: Group, sender: ChannelKeys, recipient: bigint, message: string, random: Random): string {
  const addressed = JSON.stringify({ recipient: String(recipient), message })
  const signed = JSON.stringify(writtenSigned(sign(group, sender, addressed, random)))
  const [toAlpha, toKey] = [randomExponent(group, random), randomExponent(group, random)]
  const ofG = fixedPowers(group, group.g)
  const alpha = ofG(toAlpha)
  const shared = ofG(toKey)
  const beta = multiply(group, group.power(recipient, toAlpha), shared)
  const data = bytesToHex(sealCcm(hashed(`key|${shared}`), hashed(`iv|${alpha}`), utf8ToBytes(signed)))
  return JSON.stringify({ alpha: String(alpha), beta: String(beta), data })
}

/** The message, or undefined where it was altered, comes from somebody else or was meant for somebody else. */
export function receive(group: Group, owner: ChannelKeys, sender: bigint, sealed: string): string | undefined {
  const parsed = sealedForm.safeParse(parsedJson(sealed))
  if (!parsed.success) return undefined
  const { alpha, beta, data } = parsed.data
  if (!isElement(group, alpha) || !isElement(group, beta)) return undefined
  const shared = multiply(group, beta, inverse(group.power(alpha, owner.decryption), group.p))
  const opened = openCcm(hashed(`key|${shared}`), hashed(`iv|${alpha}`), hexToBytes(data))
  const signed = opened && signedForm.safeParse(parsedJson(new TextDecoder().decode(opened)))
  if (!signed?.success || !isSignedBy(group, sender, signed.data)) return undefined
  const addressed = addressedForm.safeParse(parsedJson(signed.data.message))
  if (!addressed.success || addressed.data.recipient !== publicHalves(group, owner).encryption) return undefined
  return addressed.data.message
}

export function writtenSigned({ message, signature }: SignedMessage) {
  return { message, signature: writtenProof(signature) }
}

export const signedForm = z.object({ message: z.string(), signature: proofForm })

function hashed(text: string): Uint8Array {
  return sha256(utf8ToBytes(text))
}

const sealedForm = z.object({
  alpha: bigNumber,
  beta: bigNumber,
  data: z.string().regex(/^([0-9a-f]{2})*$/i),
})

const addressedForm = z.object({ recipient: bigNumber, message: z.string() })
