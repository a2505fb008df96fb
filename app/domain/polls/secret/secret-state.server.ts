/** How far a secret vote is, for everybody who reads its page, and what those who hold a key have to do. */
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { found } from '#app/domain/refusal'
import { type Board, countBallots, eventsOf } from './board.server'
import { ownerOf } from './trustees.server'

export async function secretState(actor: Actor, board: Board) {
  const [vote, ballots, tallies, shares, trustees] = await Promise.all([
    db.secretVote.findUnique({
      where: { pollId_round: board },
      select: { uuid: true, headHash: true, headHeight: true, tooFew: true, listed: true },
    }),
    countBallots(board),
    db.boardEvent.count({ where: { ...board, kind: 'EncryptedTally' } }),
    eventsOf(board, 'PartialDecryption'),
    db.trustee.findMany({
      where: board,
      orderBy: { number: 'asc' },
      select: { number: true, personId: true, name: true },
    }),
  ])
  const { uuid, headHash, headHeight, tooFew, listed } = found(vote)
  const openers = new Set(shares.map(({ data }) => ownerOf(data)))
  return {
    uuid,
    head: { hash: found(headHash), height: found(headHeight) },
    credentials: listed,
    ballots,
    tooFew,
    isAddedUp: tallies > 0,
    trustees: trustees.map(({ number, name }) => ({ number, name, hasOpened: openers.has(number) })),
    isTrustee: actor.kind === 'person' && trustees.some(({ personId }) => personId === actor.id),
  }
}

/** Votes that wait for this trustee's key: to make it, or to open the count with it. */
export async function votesToKeep(actor: Actor) {
  if (actor.kind === 'visitor') return []
  return db.$queryRaw<{ id: string; question: string; language: string }[]>`
    select p.id, p.question, p.language from "Trustee" t
    join "Poll" p on p.id = t."pollId" and p.round = t.round
    join "SecretVote" v on v."pollId" = p.id and v.round = p.round
    where t."personId" = ${actor.id} and p.mode = 'secret' and not v."tooFew" and (
      (p.stage = 'draft' and exists (select from "Trustee" o where o."pollId" = p.id and o.round = p.round and o.holding is null))
      or p.stage = 'closed')
    order by p."createdAt" desc limit 20`
}
