/** The public credentials of a vote: who may cast a ballot, without saying who that is. */
import { z } from 'zod'
import { parsedJson } from './election'
import type { Group } from './group'

/** What is wrong, and at which entry of the list, counted from 1; 0 where it is no list at all. */
export type CredentialListFault = {
  readonly fault: 'not-a-list' | 'not-a-credential' | 'out-of-range' | 'twice'
  readonly entry: number
}

/** How often the ballot of each public credential counts: once, unless weights are used. */
export type CredentialWeights = Map<bigint, bigint>

/** The list for the board: sorted by size, so that its order tells nothing of the voters'. */
export function credentialList(credentials: readonly bigint[]): string {
  const sorted = [...credentials].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return JSON.stringify(sorted.map(String))
}

/** Each line is a public credential, with its weight after a comma where weights are used. That it lies in the group is asked when it is used. */
export function readCredentialList({ p }: Group, text: string): CredentialWeights | CredentialListFault {
  const lines = z.array(z.string()).safeParse(parsedJson(text))
  if (!lines.success) return { fault: 'not-a-list', entry: 0 }
  const weights: CredentialWeights = new Map()
  for (const [at, line] of lines.data.entries()) {
    const entry = at + 1
    const [, number, weight = '1'] = /^([1-9]\d{0,700})(?:,([1-9]\d{0,20}))?$/.exec(line) ?? []
    if (number === undefined) return { fault: 'not-a-credential', entry }
    const credential = BigInt(number)
    if (credential <= 1n || credential >= p) return { fault: 'out-of-range', entry }
    if (weights.has(credential)) return { fault: 'twice', entry }
    weights.set(credential, BigInt(weight))
  }
  return weights
}
