/** How trustees make a key together that any `threshold` of them can use: each deals shares to all, and takes those dealt to it. */
import { z } from 'zod'
import { bigNumber } from './ballot-text'
import { parsedJson } from './election'
import { fixedPowers, type Group, modulo, type Random, randomExponent } from './group'
import {
  type ChannelKeys,
  type ChannelPublicKeys,
  channelKeysOf,
  publicHalves,
  receive,
  type SignedMessage,
  send,
  sign,
} from './secure-channel'
import { commitmentsOf, committedShare, isThreshold, readCertificate, type Threshold } from './threshold'
import { type TrusteeKey, trusteeKeyOf } from './trustee-key'

/** What a trustee deals: to each of the others a share that only that one can read, and a signed commitment for all. */
export interface Dealing {
  readonly polynomial: string
  readonly secrets: readonly string[]
  readonly commitment: SignedMessage
}

/** What the server passes on to one trustee: its own polynomial, the share from each, and every commitment. */
export interface Delivery {
  readonly polynomial: string
  readonly secrets: readonly string[]
  readonly commitments: readonly SignedMessage[]
}

/** What a trustee ends with: its decryption key, readable by itself alone, and the public half. */
export interface Holding {
  readonly privateKey: string
  readonly key: TrusteeKey
}

export type CeremonyFault =
  | 'certificate-invalid'
  | 'own-certificate-missing'
  | 'commitment-invalid'
  | 'own-polynomial-altered'
  | 'share-unreadable'
  | 'share-does-not-fit'

/** First step: the keys by which the others write to this trustee. */
export function makeCertificate(group: Group, seed: string, random: Random): SignedMessage {
  const keys = channelKeysOf(group, seed)
  const { verification, encryption } = publicHalves(group, keys)
  const message = JSON.stringify({ verification: String(verification), encryption: String(encryption) })
  return sign(group, keys, message, random)
}

/** Second step, once all certificates are there. Source: Belenios specification 2.0, section 4.6.4. */
export function dealShares(
  group: Group,
  seed: string,
  certificates: readonly SignedMessage[],
  threshold: number,
  random: Random,
): Dealing | CeremonyFault {
  const circle = circleOf(group, seed, certificates)
  if (typeof circle === 'string') return circle
  const { own, number, everyone } = circle
  const coefficients = Array.from({ length: threshold }, () => randomExponent(group, random))
  const ofG = fixedPowers(group, group.g)
  const toSelf = everyone[number - 1]!.encryption
  return {
    polynomial: send(group, own, toSelf, JSON.stringify({ polynomial: coefficients.map(String) }), random),
    secrets: everyone.map(({ encryption }, index) => {
      const share = evaluated(group, coefficients, index + 1)
      return send(group, own, encryption, JSON.stringify({ secret: String(share) }), random)
    }),
    commitment: sign(
      group,
      own,
      JSON.stringify({ coefexps: coefficients.map((coefficient) => String(ofG(coefficient))) }),
      random,
    ),
  }
}

/** The server's part: it can read none of what it passes on. Trustees are numbered from 1. */
export function deliveryFor(dealings: readonly Dealing[], number: number): Delivery {
  return {
    polynomial: dealings[number - 1]!.polynomial,
    secrets: dealings.map(({ secrets }) => secrets[number - 1] ?? ''),
    commitments: dealings.map(({ commitment }) => commitment),
  }
}

/** Third step: every share is checked against its dealer's commitment before it is taken. */
export function takeShares(
  group: Group,
  seed: string,
  certificates: readonly SignedMessage[],
  threshold: number,
  delivery: Delivery,
  random: Random,
): Holding | CeremonyFault {
  const circle = circleOf(group, seed, certificates)
  if (typeof circle === 'string') return circle
  const { own, number, everyone } = circle
  const coefficients = commitmentsOf(group, threshold, certificates, delivery.commitments)
  if (!coefficients || delivery.secrets.length !== everyone.length) return 'commitment-invalid'
  const ofG = fixedPowers(group, group.g)
  const self = everyone[number - 1]!
  const dealt = readMessage(polynomialForm, receive(group, own, self.verification, delivery.polynomial))?.polynomial
  if (dealt?.map(ofG).join() !== coefficients[number - 1]!.join()) return 'own-polynomial-altered'
  let secret = 0n
  for (const [index, { verification }] of everyone.entries()) {
    const dealtShare = readMessage(secretForm, receive(group, own, verification, delivery.secrets[index]!))?.secret
    if (dealtShare === undefined) return 'share-unreadable'
    // Other programs of the protocol send some shares unreduced.
    const share = modulo(dealtShare, group.q)
    if (ofG(share) !== committedShare(group, coefficients[index]!, number)) return 'share-does-not-fit'
    secret = modulo(secret + share, group.q)
  }
  const kept = JSON.stringify({ decryption_key: String(secret) })
  return {
    privateKey: send(group, own, self.encryption, kept, random),
    key: trusteeKeyOf(group, secret, random),
  }
}

/** What the election publishes, or undefined where somebody's key is not the one that the commitments make. */
export function thresholdOf(
  group: Group,
  threshold: number,
  certificates: readonly SignedMessage[],
  dealings: readonly Dealing[],
  keys: readonly TrusteeKey[],
): Threshold | undefined {
  const commitments = dealings.map(({ commitment }) => commitment)
  const trustees: Threshold = { kind: 'threshold', threshold, certificates, commitments, keys }
  return isThreshold(group, trustees) ? trustees : undefined
}

/** The decryption key that a trustee's seed opens; undefined with another's seed. */
export function decryptionKeyOf(group: Group, seed: string, privateKey: string): bigint | undefined {
  const own = channelKeysOf(group, seed)
  const { verification } = publicHalves(group, own)
  const kept = readMessage(decryptionKeyForm, receive(group, own, verification, privateKey))
  return kept && modulo(kept.decryption_key, group.q)
}

interface Circle {
  readonly own: ChannelKeys
  readonly number: number
  readonly everyone: readonly ChannelPublicKeys[]
}

function circleOf(group: Group, seed: string, certificates: readonly SignedMessage[]): Circle | CeremonyFault {
  const everyone = certificates.map((certificate) => readCertificate(group, certificate))
  if (!everyone.every((keys) => keys !== undefined)) return 'certificate-invalid'
  const own = channelKeysOf(group, seed)
  const { verification, encryption } = publicHalves(group, own)
  const place = everyone.findIndex((keys) => keys.verification === verification && keys.encryption === encryption)
  return place < 0 ? 'own-certificate-missing' : { own, number: place + 1, everyone }
}

function evaluated({ q }: Group, coefficients: readonly bigint[], at: number): bigint {
  return coefficients.reduceRight((value, coefficient) => modulo(value * BigInt(at) + coefficient, q), 0n)
}

function readMessage<T>(form: z.ZodType<T>, message: string | undefined): T | undefined {
  const parsed = form.safeParse(message === undefined ? undefined : parsedJson(message))
  return parsed.success ? parsed.data : undefined
}

const polynomialForm = z.object({ polynomial: z.array(bigNumber) })
const secretForm = z.object({ secret: bigNumber })
const decryptionKeyForm = z.object({ decryption_key: bigNumber })
