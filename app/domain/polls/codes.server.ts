/** Codes on paper: made once, printed, and kept only as hashes; whoever holds one casts one ballot. */
import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { insist } from '#app/domain/refusal'
import { canManage } from './policy'
import { reachPoll } from './reach-poll.server'

export const mostCodes = 5000

/** The codes themselves are shown this once. */
export async function makeCodes(actor: Actor, pollId: string, howMany: number): Promise<string[]> {
  return transaction(async (tx, note) => {
    const poll = await reachPoll(tx, pollId)
    insist(canManage(actor, poll))
    insist(poll.stage === 'draft' || poll.stage === 'open' || 'poll.closed')
    insist(await votesByCode(tx, pollId))
    insist((howMany > 0 && howMany <= mostCodes) || 'poll.too-many-codes')
    const codes = Array.from({ length: howMany }, newCode)
    await tx.pollCode.createMany({ data: codes.map((code) => ({ pollId, codeHash: codeHash(pollId, code) })) })
    await note({
      what: 'poll.codes-made',
      actor,
      subjectId: pollId,
      territoryId: poll.territoryId,
      details: { codes: howMany },
    })
    return codes
  })
}

/** The hash of a code of this poll, or null: upper or lower case, with or without its dashes. */
export async function knownCode(tx: Pick<Tx, 'pollCode'>, pollId: string, code: string | null): Promise<string | null> {
  if (!code || code.length > 40) return null
  const hash = codeHash(pollId, code)
  const row = await tx.pollCode.findUnique({
    where: { pollId_codeHash: { pollId, codeHash: hash } },
    select: { codeHash: true },
  })
  return row?.codeHash ?? null
}

async function votesByCode(tx: Tx, pollId: string): Promise<true | string> {
  const poll = await tx.poll.findUnique({ where: { id: pollId }, select: { voters: true } })
  return poll?.voters === 'codes' || 'poll.not-by-codes'
}

function codeHash(pollId: string, code: string): string {
  const letters = code.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return createHash('sha256').update(`${pollId}\n${letters}`).digest('base64url')
}

/** Sixty random bits, without letters that look alike. */
function newCode(): string {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  const letters = [...randomBytes(12)].map((byte) => alphabet[byte % 32]).join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}
