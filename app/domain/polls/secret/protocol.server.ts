/** The group of every secret vote here, with the server's fast powers, and the elections that are open in it. */
import { randomBytes } from 'node:crypto'
import { found } from '#app/domain/refusal'
import { type Election, readElection } from '#app/domain/voting/belenios/election'
import { type Group, groupNamed, type Random } from '#app/domain/voting/belenios/group'
import { withNativePowers } from '#app/domain/voting/belenios/native-powers.server'

let group: Group | undefined

export function nativeGroup(): Group {
  group ??= withNativePowers(found(groupNamed('BELENIOS-2048')))
  return group
}

const known = new Map<string, Election>()
const mostKnown = 20

/** The election of a published text, read once. */
export function electionOf(text: string): Election {
  const before = known.get(text)
  if (before) return before
  const read = found(readElection(text))
  const election = { ...read, group: nativeGroup(), key: { group: nativeGroup(), y: read.key.y } }
  if (known.size >= mostKnown) known.delete(known.keys().next().value ?? '')
  known.set(text, election)
  return election
}

export const strongRandom: Random = (bytes) => new Uint8Array(randomBytes(bytes))
