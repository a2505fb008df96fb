/** The credentials of a secret vote: a registrar's public list, or, in the lighter mode, the platform's own, derived and never stored. */
import { createHmac } from 'node:crypto'
import { swiftly } from '#app/apart/apart.server'
import { db } from '#app/db/client.server'
import { batchesOf } from '#app/domain/batches'
import { votersOf } from '#app/domain/polls/roll.server'
import type { Terms } from '#app/domain/polls/terms'
import { found, Refusal } from '#app/domain/refusal'
import { makeCredential } from '#app/domain/voting/belenios/credentials'
import type { Random } from '#app/domain/voting/belenios/group'
import { pollKey } from '#app/storage/poll-keys.server'
import type { Board } from './board.server'
import { halvesOf } from './checks.server'

/** People for whom the platform itself makes credentials: each costs a thread a millisecond at opening. */
export const mostMade = 20_000
/** Made by a thread between one ballot and the next */
const together = 200

/** The credential of one person in one round: whoever holds the key file could derive it, a dump of the database cannot. */
export async function credentialFor({ pollId, round }: Board, personId: string): Promise<string> {
  const key = await pollKey(pollId, round)
  return makeCredential(streamFrom(key, `credential\n${personId}`))
}

function streamFrom(key: Buffer, name: string): Random {
  let block = Buffer.alloc(0)
  let drawn = 0
  return (bytes) => {
    while (block.length < bytes)
      block = Buffer.concat([block, createHmac('sha256', key).update(`${name}\n${drawn++}`).digest()])
    const taken = new Uint8Array(block.subarray(0, bytes))
    block = block.subarray(bytes)
    return taken
  }
}

/** The public half of one credential. */
export async function publicHalf(uuid: string, credential: string): Promise<string> {
  return found((await halvesOf(uuid, [credential]))[0])
}

/** The public halves of everybody entitled now, in the order of the people. */
export async function credentialsForAll(
  board: Board & { uuid: string },
  place: { territoryId: string; associationId: string | null },
  voters: Terms['voters'],
): Promise<string[]> {
  const people = await votersOf(place, voters)
  if (people.length > mostMade) throw new Refusal('poll.secret-roll-too-large', { most: mostMade })
  const made: string[] = []
  for (const part of batchesOf(people, together)) {
    const credentials = await Promise.all(part.map((personId) => credentialFor(board, personId)))
    made.push(...(await swiftly('halvesOf', board.uuid, credentials)))
  }
  return made
}

export async function isOnTheList({ pollId, round }: Board, credential: string): Promise<boolean> {
  const row = await db.publicCredential.findUnique({
    where: { pollId_round_credential: { pollId, round, credential } },
    select: { credential: true },
  })
  return row !== null
}
