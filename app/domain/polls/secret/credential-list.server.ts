/** The public list of credentials: a row each, and for the board one text that is written out from them, never held whole. */
import { createHash } from 'node:crypto'
import type { Tx } from '#app/domain/journal/transaction.server'
import { Refusal } from '#app/domain/refusal'
import { bySize } from '#app/domain/voting/belenios/credential-list'
import { unpadded } from '#app/domain/voting/belenios/hashing'

type Round = { pollId: string; round: number }

const batch = 1000

/** Takes the place of the list before; sorted by size, so that its order tells nothing of the people's. */
export async function keepList(
  tx: Tx,
  board: Round,
  parts: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
) {
  const { pollId, round } = board
  await tx.publicCredential.deleteMany({ where: board })
  let [listed, last, isSorted] = [0, '', true]
  for await (const part of parts) {
    const taken = await tx.$executeRaw`
      insert into "PublicCredential" ("pollId", round, credential, position)
      select ${pollId}, ${round}, c, ${listed} + n from unnest(${[...part]}::text[]) with ordinality as given(c, n)
      on conflict ("pollId", round, credential) do nothing`
    if (taken < part.length)
      throw new Refusal('poll.credentials-twice', { entry: await firstTwice(tx, board, part, listed) })
    listed += part.length
    for (const credential of part) {
      isSorted &&= bySize(last, credential) < 0
      last = credential
    }
  }
  if (!isSorted) await sort(tx, board)
  await tx.secretVote.updateMany({ where: board, data: { listed, ...(await measured(tx, board)) } })
  return listed
}

/** The entry that was there before: in another part of the list or in the same. */
async function firstTwice(tx: Tx, board: Round, part: readonly string[], before: number): Promise<number> {
  const rows = await tx.publicCredential.findMany({
    where: { ...board, credential: { in: [...part] }, position: { lte: before } },
    select: { credential: true },
  })
  const known = new Set(rows.map(({ credential }) => credential))
  const at = part.findIndex((credential) => known.size === known.add(credential).size)
  return before + at + 1
}

/** In two steps, because no two may stand in the same place; the planner knows nothing yet of rows that have just come. */
async function sort(tx: Tx, { pollId, round }: Round) {
  await tx.$executeRaw`select set_config('enable_nestloop', 'off', true)`
  await tx.$executeRaw`
    update "PublicCredential" c set position = -o.place from (
      select credential, position, row_number() over (order by length(credential), credential collate "C")::int as place
      from "PublicCredential" where "pollId" = ${pollId} and round = ${round}
    ) o where c."pollId" = ${pollId} and c.round = ${round} and c.credential = o.credential and o.place <> o.position`
  await tx.$executeRaw`
    update "PublicCredential" set position = -position
    where "pollId" = ${pollId} and round = ${round} and position < 0`
}

async function measured(tx: Tx, board: Round) {
  const hash = createHash('sha256')
  let listBytes = 0
  for await (const piece of listPieces(tx, board)) {
    hash.update(piece)
    listBytes += piece.length
  }
  return { listBytes, listHash: hash.digest('hex') }
}

/** The text as the board shows it, all of it digits and signs of one byte. */
export async function* listPieces(tx: Pick<Tx, 'publicCredential'>, board: Round): AsyncGenerator<string> {
  for (let after = 0; ; after += batch) {
    const rows = await tx.publicCredential.findMany({
      where: { ...board, position: { gt: after, lte: after + batch } },
      orderBy: { position: 'asc' },
      select: { credential: true },
    })
    const before = after === 0 ? '[' : rows.length > 0 ? ',' : ''
    yield before + rows.map(({ credential }) => `"${credential}"`).join(',') + (rows.length < batch ? ']' : '')
    if (rows.length < batch) return
  }
}

/** What the registrar's command prints of the same list. */
export function printOf(listHash: string): string {
  return unpadded(Buffer.from(listHash, 'hex').toString('base64'))
}
