/** Ballots of a confidential vote while it is open: unreadable and unlinkable without a key that is not in the database. */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import type { Tx } from '#app/domain/journal/transaction.server'
import { pollKey } from '#app/storage/poll-keys.server'
import type { Terms } from './terms'

export type Sealed = { content: string; receipt: string }
type Box = { pollId: string; round: number; mode: Terms['mode'] }

/** Under which name a voter's ballot lies in the box. */
export async function voterKeyOf({ pollId, round, mode }: Box, voter: string): Promise<string> {
  if (mode === 'open') return voter
  const key = await pollKey(pollId, round)
  return createHmac('sha256', key).update(`voter\n${voter}`).digest('base64url')
}

/** AES-256-GCM over a text of fixed length, bound to its place: neither the length nor a swap tells anything. */
export async function seal({ pollId, round }: Box, voterKey: string, ballot: Sealed, length: number): Promise<Buffer> {
  const plain = Buffer.alloc(length, ' ')
  const text = Buffer.from(JSON.stringify(ballot))
  if (text.length > length) throw new RangeError('a ballot is longer than its poll allows')
  text.copy(plain)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await pollKey(pollId, round), nonce)
  cipher.setAAD(Buffer.from(`${pollId}\n${round}\n${voterKey}`))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

export async function unseal({ pollId, round }: Box, voterKey: string, sealed: Uint8Array): Promise<Sealed> {
  const decipher = createDecipheriv('aes-256-gcm', await pollKey(pollId, round), sealed.subarray(0, 12))
  decipher.setAAD(Buffer.from(`${pollId}\n${round}\n${voterKey}`))
  decipher.setAuthTag(sealed.subarray(-16))
  const plain = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
  return JSON.parse(plain.toString('utf8')) as Sealed
}

/** The ballot that lies in the box under a voter's name. */
export async function ballotIn(tx: Pick<Tx, 'ballot'>, box: Box, voterKey: string) {
  const row = await tx.ballot.findUnique({
    where: { pollId_round_voterKey: { pollId: box.pollId, round: box.round, voterKey } },
    select: { sealed: true, content: true },
  })
  if (!row) return null
  return row.sealed ? unseal(box, voterKey, row.sealed) : { content: row.content ?? '{}', receipt: null }
}

/** A name for what a voter has in the box: nothing for nothing. */
export function versionOf(content: string | null): string {
  return content === null ? '' : createHash('sha256').update(content).digest('base64url').slice(0, 16)
}

/** Room for every option named with points, its key and its marks. */
export function sealedLength(options: number): number {
  return 96 + 12 * options
}

/** Ten letters and digits that nobody mistakes for others. */
export function newReceipt(): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  return [...randomBytes(10)].map((byte) => letters[byte % 32]).join('')
}
