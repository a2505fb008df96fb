/** Those who together can open the count: each with a key that is always needed, or groups of whom some suffice. */
import { z } from 'zod'
import { parsedJson } from './election'
import { type Group, multiply } from './group'
import { isThreshold, jointKey, type Threshold, thresholdForm, writtenThreshold } from './threshold'
import { isTrusteeKey, type TrusteeKey, trusteeKeyForm, writtenTrusteeKey } from './trustee-key'

export type Trustee = { readonly kind: 'single'; readonly key: TrusteeKey } | Threshold

export function trusteesText(trustees: readonly Trustee[]): string {
  return JSON.stringify(
    trustees.map((trustee) =>
      trustee.kind === 'single' ? ['Single', writtenTrusteeKey(trustee.key)] : ['Pedersen', writtenThreshold(trustee)],
    ),
  )
}

export function readTrustees(text: string): Trustee[] | undefined {
  const parsed = trusteesForm.safeParse(parsedJson(text))
  return parsed.success ? parsed.data : undefined
}

/** Whether every key is proved and every threshold holds together. */
export function areTrustees(group: Group, trustees: readonly Trustee[]): boolean {
  return trustees.every((trustee) =>
    trustee.kind === 'single' ? isTrusteeKey(group, trustee.key) : isThreshold(group, trustee),
  )
}

/** The key under which ballots are encrypted. */
export function electionKey(group: Group, trustees: readonly Trustee[]): bigint {
  return multiply(
    group,
    ...trustees.map((trustee) => (trustee.kind === 'single' ? trustee.key.publicKey : jointKey(group, trustee))),
  )
}

/** Every trustee's public key; decryptions name their owner by place in this list, from 1. */
export function trusteeKeys(trustees: readonly Trustee[]): bigint[] {
  return trustees.flatMap((trustee) =>
    trustee.kind === 'single' ? [trustee.key.publicKey] : trustee.keys.map(({ publicKey }) => publicKey),
  )
}

const trusteesForm = z
  .array(
    z.union([
      z.tuple([z.literal('Single'), trusteeKeyForm]).transform(([, key]): Trustee => ({ kind: 'single', key })),
      z.tuple([z.literal('Pedersen'), thresholdForm]).transform(([, threshold]): Trustee => threshold),
    ]),
  )
  .min(1)
  .max(100)
