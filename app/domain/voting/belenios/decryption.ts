/** Each trustee's share of opening the count, with its proof, and the numbers that come out of them together. */
import { z } from 'zod'
import { bigNumber, proofForm, writtenProof } from './ballot-text'
import { isWithinOrder, type Proof } from './disjunction'
import { type Election, parsedJson } from './election'
import { fixedPowers, type Group, inverse, isElement, modulo, multiply, type Random, randomExponent } from './group'
import { challengeOf } from './hashing'
import type { EncryptedTally } from './tally'
import { lagrangeWeight } from './threshold'
import type { Trustee } from './trustees'

export interface PartialDecryption {
  readonly factors: readonly (readonly bigint[])[]
  readonly proofs: readonly (readonly Proof[])[]
}

/** What a trustee computes with the secret key from the published tally. */
export function decryptShare(
  election: Election,
  tally: EncryptedTally,
  secret: bigint,
  random: Random,
): PartialDecryption {
  const { group } = election
  const ofG = fixedPowers(group, group.g)
  const publicKey = ofG(secret)
  const shares = tally.map((row) =>
    row.map(({ alpha }) => {
      const powers = group.powersOf(alpha)
      const nonce = randomExponent(group, random)
      const challenge = challengeOf(group, `${context(election, publicKey)}|${ofG(nonce)},${powers(nonce)}`)
      return { factor: powers(secret), proof: { challenge, response: modulo(nonce - secret * challenge, group.q) } }
    }),
  )
  return {
    factors: shares.map((row) => row.map(({ factor }) => factor)),
    proofs: shares.map((row) => row.map(({ proof }) => proof)),
  }
}

/** Whether every factor was made with the secret behind that public key. */
export function isShareOf(
  election: Election,
  tally: EncryptedTally,
  publicKey: bigint,
  { factors, proofs }: PartialDecryption,
): boolean {
  const { group } = election
  if (factors.length !== tally.length || proofs.length !== tally.length) return false
  const ofG = fixedPowers(group, group.g)
  return tally.every((row, question) => {
    if (factors[question]!.length !== row.length || proofs[question]!.length !== row.length) return false
    return row.every(({ alpha }, slot) => {
      const factor = factors[question]![slot]!
      const proof = proofs[question]![slot]!
      const powers = group.powersOf(factor)
      if (!isWithinOrder(proof, group.q) || !isElement(group, factor, powers)) return false
      const first = multiply(group, ofG(proof.response), group.power(publicKey, proof.challenge))
      const second = multiply(group, group.power(alpha, proof.response), powers(proof.challenge))
      return proof.challenge === challengeOf(group, `${context(election, publicKey)}|${first},${second}`)
    })
  })
}

/** Whether the owners, numbered from 1 over all trustees, suffice: all that stand alone, enough of each threshold. */
export function suffice(trustees: readonly Trustee[], owners: ReadonlySet<number>): boolean {
  return placesOf(trustees).every(({ needed, numbers }) => numbers.filter((it) => owners.has(it)).length >= needed)
}

/** The tally with the shares taken off: g to the power of each total. */
export function openedTally(
  group: Group,
  trustees: readonly Trustee[],
  tally: EncryptedTally,
  shares: ReadonlyMap<number, PartialDecryption>,
): bigint[][] {
  const used = placesOf(trustees).map(({ needed, numbers, isThreshold }) => {
    const given = numbers.filter((number) => shares.has(number)).slice(0, needed)
    if (given.length < needed) throw new RangeError('too few trustees have decrypted')
    const places = given.map((number) => number - numbers[0]! + 1)
    return given.map((number, index) => ({
      factors: shares.get(number)!.factors,
      weight: isThreshold ? lagrangeWeight(group, places, places[index]!) : 1n,
    }))
  })
  return tally.map((row, question) =>
    row.map(({ beta }, slot) => {
      const factors = used.flat().map(({ factors, weight }) => group.power(factors[question]![slot]!, weight))
      return multiply(group, beta, inverse(multiply(group, ...factors), group.p))
    }),
  )
}

export function decryptionText({ factors, proofs }: PartialDecryption): string {
  return JSON.stringify({
    decryption_factors: factors.map((row) => row.map(String)),
    decryption_proofs: proofs.map((row) => row.map(writtenProof)),
  })
}

export function readDecryption(text: string): PartialDecryption | undefined {
  const parsed = decryptionForm.safeParse(parsedJson(text))
  if (!parsed.success) return undefined
  return { factors: parsed.data.decryption_factors, proofs: parsed.data.decryption_proofs }
}

function context(election: Election, publicKey: bigint): string {
  return `decrypt|${election.fingerprint}|${publicKey}`
}

function placesOf(trustees: readonly Trustee[]): { needed: number; numbers: number[]; isThreshold: boolean }[] {
  let next = 1
  return trustees.map((trustee) => {
    const size = trustee.kind === 'single' ? 1 : trustee.keys.length
    const numbers = Array.from({ length: size }, () => next++)
    return trustee.kind === 'single'
      ? { needed: 1, numbers, isThreshold: false }
      : { needed: trustee.threshold, numbers, isThreshold: true }
  })
}

const decryptionForm = z.object({
  decryption_factors: z.array(z.array(bigNumber)),
  decryption_proofs: z.array(z.array(proofForm)),
})
