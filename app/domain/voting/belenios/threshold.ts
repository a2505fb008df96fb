/** Trustees of whom some suffice: what they publish, and whether it holds together (Pedersen's key generation). */
import { z } from 'zod'
import { bigNumber } from './ballot-text'
import { parsedJson } from './election'
import { type Group, inverse, isElement, modulo, multiply } from './group'
import { type ChannelPublicKeys, isSignedBy, type SignedMessage, signedForm, writtenSigned } from './secure-channel'
import { isTrusteeKey, type TrusteeKey, trusteeKeyForm, writtenTrusteeKey } from './trustee-key'

export interface Threshold {
  readonly kind: 'threshold'
  /** How many of them are needed. */
  readonly threshold: number
  readonly certificates: readonly SignedMessage[]
  /** Each trustee's commitment to the coefficients of a secret polynomial, signed. */
  readonly commitments: readonly SignedMessage[]
  readonly keys: readonly TrusteeKey[]
}

export function isThreshold(group: Group, trustees: Threshold): boolean {
  const { threshold, certificates, commitments, keys } = trustees
  if (threshold < 1 || threshold > keys.length) return false
  if (certificates.length !== keys.length || commitments.length !== keys.length) return false
  const coefficients = commitmentsOf(group, threshold, certificates, commitments)
  if (!coefficients) return false
  return keys.every(
    (key, index) => isTrusteeKey(group, key) && key.publicKey === committedKey(group, coefficients, index + 1),
  )
}

/** The keys that a certificate gives out, or undefined where it is not signed by their owner. */
export function readCertificate(group: Group, certificate: SignedMessage): ChannelPublicKeys | undefined {
  const keys = certificateForm.safeParse(parsedJson(certificate.message))
  if (!keys.success) return undefined
  const { verification, encryption } = keys.data
  if (!isElement(group, verification) || !isElement(group, encryption)) return undefined
  return isSignedBy(group, verification, certificate) ? keys.data : undefined
}

/** The committed coefficients of every trustee, or undefined where one is not signed, of another length or not in the group. */
export function commitmentsOf(
  group: Group,
  threshold: number,
  certificates: readonly SignedMessage[],
  commitments: readonly SignedMessage[],
): bigint[][] | undefined {
  const all: bigint[][] = []
  for (const [index, certificate] of certificates.entries()) {
    const owner = readCertificate(group, certificate)
    const commitment = commitments[index]
    if (!owner || !commitment || !isSignedBy(group, owner.verification, commitment)) return undefined
    const parsed = coefficientsForm.safeParse(parsedJson(commitment.message))
    if (!parsed.success || parsed.data.coefexps.length !== threshold) return undefined
    if (!parsed.data.coefexps.every((it) => isElement(group, it))) return undefined
    all.push(parsed.data.coefexps)
  }
  return all
}

/** The public key that belongs to the sum of what all polynomials give for the trustee of that number, from 1. */
function committedKey(group: Group, coefficients: readonly (readonly bigint[])[], number: number): bigint {
  return multiply(group, ...coefficients.map((row) => committedShare(group, row, number)))
}

/** Horner's rule in the exponents. */
export function committedShare(group: Group, coefficients: readonly bigint[], number: number): bigint {
  return coefficients.reduceRight(
    (value, coefficient) => multiply(group, group.power(value, BigInt(number)), coefficient),
    1n,
  )
}

/** The key under which ballots are encrypted: nobody holds its secret, any `threshold` of the trustees do together. */
export function jointKey(group: Group, { commitments }: Threshold): bigint {
  const constants = commitments.map(({ message }) => coefficientsForm.parse(parsedJson(message)).coefexps[0] ?? 1n)
  return multiply(group, ...constants)
}

/** The weight of one share among those given, when the polynomial is evaluated at zero. Numbers count from 1. */
export function lagrangeWeight({ q }: Group, numbers: readonly number[], own: number): bigint {
  return numbers
    .filter((number) => number !== own)
    .reduce((product, number) => modulo(product * BigInt(number) * inverse(BigInt(number - own), q), q), 1n)
}

export function writtenThreshold({ threshold, certificates, commitments, keys }: Threshold) {
  return {
    threshold,
    certs: certificates.map(writtenSigned),
    coefexps: commitments.map(writtenSigned),
    verification_keys: keys.map(writtenTrusteeKey),
  }
}

export const thresholdForm = z
  .object({
    threshold: z.int(),
    certs: z.array(signedForm).max(100),
    coefexps: z.array(signedForm).max(100),
    verification_keys: z.array(trusteeKeyForm).max(100),
  })
  .transform(
    ({ threshold, certs, coefexps, verification_keys }): Threshold => ({
      kind: 'threshold',
      threshold,
      certificates: certs,
      commitments: coefexps,
      keys: verification_keys,
    }),
  )

const coefficientsForm = z.object({ coefexps: z.array(bigNumber).max(100) })

const certificateForm = z.object({ verification: bigNumber, encryption: bigNumber })
