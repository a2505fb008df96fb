/** A secret vote as its makers see it before it opens. */
import type { Tx } from '#app/domain/journal/transaction.server'
import type { SecretDraft } from '#app/domain/polls/readiness'
import type { Board } from './board.server'
import { stepOf } from './ceremony'

export async function secretDraft(
  tx: Pick<Tx, 'secretVote' | 'trustee'>,
  board: Board,
): Promise<SecretDraft | undefined> {
  const { pollId, round } = board
  const vote = await tx.secretVote.findUnique({
    where: { pollId_round: { pollId, round } },
    select: { uuid: true, threshold: true, minimum: true, credentials: true, listed: true },
  })
  if (!vote) return undefined
  const trustees = await tx.trustee.findMany({
    where: { pollId, round },
    orderBy: { number: 'asc' },
    select: { number: true, name: true, certificate: true, dealing: true, holding: true },
  })
  const { listed, ...named } = vote
  return {
    ...named,
    trustees: trustees.map(({ name }) => name),
    keyIsMade: trustees.length > 0 && stepOf(trustees) === 'complete',
    credentialsKept: listed,
  }
}
