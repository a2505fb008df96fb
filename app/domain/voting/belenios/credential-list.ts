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
  return [...listPieces(credentials.map(String))].join('')
}

/** The same a line at a time, which no text is too long for. */
export function* listPieces(credentials: readonly string[]): Generator<string> {
  const sorted = [...credentials].sort(bySize)
  for (const [at, credential] of sorted.entries()) yield `${at === 0 ? '[' : ','}"${credential}"`
  yield sorted.length === 0 ? '[]' : ']'
}

/** Numbers as texts: of different lengths, the shorter is the smaller. */
export function bySize(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0)
}

/** Each line is a public credential, with its weight after a comma where weights are used. That it lies in the group is asked when it is used. */
export function readCredentialList(group: Group, text: string): CredentialWeights | CredentialListFault {
  const lines = z.array(z.string()).safeParse(parsedJson(text))
  if (!lines.success) return { fault: 'not-a-list', entry: 0 }
  const weights: CredentialWeights = new Map()
  for (const [at, line] of lines.data.entries()) {
    const entry = at + 1
    const read = readCredentialLine(group, line)
    if (typeof read === 'string') return { fault: read, entry }
    if (weights.has(read.credential)) return { fault: 'twice', entry }
    weights.set(read.credential, read.weight)
  }
  return weights
}

export function readCredentialLine(
  { p }: Group,
  line: string,
): { credential: bigint; weight: bigint } | 'not-a-credential' | 'out-of-range' {
  const [, number, weight = '1'] = /^([1-9]\d{0,700})(?:,([1-9]\d{0,20}))?$/.exec(line) ?? []
  if (number === undefined) return 'not-a-credential'
  const credential = BigInt(number)
  if (credential <= 1n || credential >= p) return 'out-of-range'
  return { credential, weight: BigInt(weight) }
}

/** No line of a list is longer, weight and all. */
const longestLine = 800

/** The lines of a list that comes in pieces, a part at a time; `null` in the place of what is no list. */
export async function* listLines(source: AsyncIterable<string>): AsyncGenerator<string[] | null> {
  let held = ''
  let awaited: 'beginning' | 'first' | 'line' | 'comma' | 'nothing' = 'beginning'
  for await (const piece of source) {
    held += piece
    const lines: string[] = []
    for (;;) {
      held = held.trimStart()
      const sign = held[0]
      if (sign === undefined) break
      if (awaited === 'beginning' && sign === '[') awaited = 'first'
      else if ((awaited === 'first' || awaited === 'comma') && sign === ']') awaited = 'nothing'
      else if (awaited === 'comma' && sign === ',') awaited = 'line'
      else if ((awaited === 'first' || awaited === 'line') && sign === '"') {
        const end = held.indexOf('"', 1)
        if (end < 0 && held.length <= longestLine) break
        if (end < 0) return yield null
        lines.push(held.slice(1, end))
        held = held.slice(end)
        awaited = 'comma'
      } else return yield null
      held = held.slice(1)
    }
    if (lines.length > 0) yield lines
  }
  if (awaited !== 'nothing' || held !== '') yield null
}
