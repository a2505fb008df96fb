/** The public board in the database: events are added one after the other, and read as the archive that others verify. */
import { db } from '#app/db/client.server'
import type { Tx } from '#app/domain/journal/transaction.server'
import { found, insist } from '#app/domain/refusal'
import { archiveHeader, memberBytes, memberPieces } from '#app/domain/voting/belenios/archive'
import { type Entry, type EventKind, type Head, named, withList } from '#app/domain/voting/belenios/board'
import { listPieces } from './credential-list.server'

export type Board = { pollId: string; round: number }
type About = { tracker?: string; credential?: string }

/** Opens the board with its first event. */
export async function beginBoard(tx: Tx, board: Board, entry: Entry): Promise<Head> {
  await add(tx, board, 'Setup', entry, {})
  return entry.head
}

/** Adds an event after the newest one; whoever adds another waits. The caller has locked the board with `lockBoard`. */
export async function append(
  tx: Tx,
  board: Board,
  head: Head,
  kind: EventKind,
  make: (head: Head) => Entry,
  about: About = {},
): Promise<Head> {
  const entry = make(head)
  await add(tx, board, kind, entry, about)
  await tx.secretVote.updateMany({
    where: { pollId: board.pollId, round: board.round },
    data: { headHash: entry.head.hash, headHeight: entry.head.height },
  })
  return entry.head
}

/** The newest event, held until the transaction ends. */
export async function lockBoard(tx: Tx, { pollId, round }: Board): Promise<Head> {
  const [row] = await tx.$queryRaw<{ hash: string | null; height: number | null }[]>`
    select "headHash" as hash, "headHeight" as height from "SecretVote"
    where "pollId" = ${pollId} and round = ${round} for update`
  const { hash, height } = found(row)
  return { hash: found(hash), height: found(height) }
}

async function add(tx: Tx, { pollId, round }: Board, kind: EventKind, { members, head }: Entry, about: About) {
  const event = found(members.at(-1)).text
  await tx.boardEvent.create({
    data: {
      pollId,
      round,
      height: head.height,
      kind,
      hash: head.hash,
      event,
      data: members.slice(0, -1).map(({ text }) => text),
      tracker: about.tracker ?? null,
      credential: about.credential ?? null,
    },
    select: { height: true },
  })
}

export async function eventsOf({ pollId, round }: Board, kind: EventKind) {
  return db.boardEvent.findMany({
    where: { pollId, round, kind },
    orderBy: { height: 'asc' },
    select: { height: true, data: true },
  })
}

const batch = 200

/** The ballots that count: of each credential the last, so many at a time. */
export async function* lastBallots({ pollId, round }: Board, batch: number): AsyncGenerator<string[]> {
  for (let after = ''; ; ) {
    const rows = await db.$queryRaw<{ credential: string; text: string }[]>`
      select distinct on (credential) credential, data[1] as text from "BoardEvent"
      where "pollId" = ${pollId} and round = ${round} and kind = 'Ballot' and credential > ${after}
      order by credential, height desc limit ${batch}`
    if (rows.length > 0) yield rows.map(({ text }) => text)
    if (rows.length < batch) return
    after = rows.at(-1)?.credential ?? after
  }
}

export async function countBallots({ pollId, round }: Board): Promise<number> {
  const [row] = await db.$queryRaw<{ n: bigint }[]>`
    select count(distinct credential) as n from "BoardEvent"
    where "pollId" = ${pollId} and round = ${round} and kind = 'Ballot'`
  return Number(row?.n ?? 0)
}

/** Boards of rounds that a restart has voided: they stay where they were, to be checked as before. */
async function earlierBoards({ pollId, round }: Board) {
  return db.secretVote.findMany({
    where: { pollId, round: { lt: round }, election: { not: null } },
    orderBy: { round: 'asc' },
    select: { round: true, uuid: true, headHash: true },
  })
}

/** What everybody sees of the board while people vote and after: trackers that count, in the order of their letters. */
export async function boardPage(pollId: string, after: string | null, find: string | null, limit = 100) {
  const vote = found(
    await db.secretVote.findFirst({
      where: { pollId, election: { not: null } },
      orderBy: { round: 'desc' },
      select: {
        pollId: true,
        round: true,
        uuid: true,
        threshold: true,
        minimum: true,
        credentials: true,
        listed: true,
        headHash: true,
        headHeight: true,
        startedAt: true,
      },
    }),
  )
  const rows = await db.$queryRaw<{ tracker: string }[]>`
    select tracker from (
      select distinct on (credential) tracker from "BoardEvent"
      where "pollId" = ${pollId} and round = ${vote.round} and kind = 'Ballot' order by credential, height desc
    ) as last where (${after}::text is null or tracker collate "C" > ${after})
    order by tracker collate "C" limit ${limit + 1}`
  const trackers = rows.slice(0, limit).map(({ tracker }) => tracker)
  const [ballots, events, earlier, sought] = await Promise.all([
    countBallots(vote),
    db.boardEvent.findMany({
      where: { pollId, round: vote.round, kind: { notIn: ['Ballot'] } },
      orderBy: { height: 'asc' },
      select: { height: true, kind: true, hash: true },
    }),
    earlierBoards(vote),
    find === null ? null : soughtTracker(vote, find),
  ])
  return {
    ...vote,
    trackers,
    next: rows.length > limit ? (trackers.at(-1) ?? null) : null,
    ballots,
    roll: vote.listed,
    events,
    earlier,
    sought,
  }
}

/** Whether a tracker is on the board, and whether its ballot counts or a later one took its place. */
async function soughtTracker({ pollId, round }: Board, tracker: string) {
  const event = await db.boardEvent.findUnique({
    where: { pollId_round_tracker: { pollId, round, tracker } },
    select: { height: true, credential: true },
  })
  if (!event?.credential) return { tracker, state: 'absent' as const }
  const later = await db.boardEvent.count({
    where: { pollId, round, credential: event.credential, height: { gt: event.height } },
  })
  return { tracker, state: later > 0 ? ('replaced' as const) : ('counts' as const) }
}

/** The newest event of an opened secret vote, for every page of it. */
export async function headOf(pollId: string): Promise<(Head & { uuid: string }) | null> {
  const vote = await db.secretVote.findFirst({
    where: { pollId, election: { not: null } },
    orderBy: { round: 'desc' },
    select: { headHash: true, headHeight: true, uuid: true },
  })
  if (!vote || vote.headHash === null || vote.headHeight === null) return null
  return { hash: vote.headHash, height: vote.headHeight, uuid: vote.uuid }
}

/** The archive up to the newest event: the same bytes as before, with more after them. `file` must bear its own name. */
export async function archiveOf(pollId: string, file: string): Promise<AsyncGenerator<Uint8Array>> {
  const vote = found(
    await db.secretVote.findFirst({
      where: { pollId, uuid: file.replace(/\.bel$/, ''), election: { not: null } },
      select: {
        pollId: true,
        round: true,
        uuid: true,
        startedAt: true,
        headHeight: true,
        listHash: true,
        listBytes: true,
      },
    }),
  )
  insist(file === `${vote.uuid}.bel` || 'not-found')
  return bytesOf(vote)
}

type Written = Board & {
  headHeight: number | null
  startedAt: number | null
  listHash: string | null
  listBytes: number | null
}

async function* bytesOf(vote: Written): AsyncGenerator<Uint8Array> {
  const { pollId, round } = vote
  const [last, timestamp] = [found(vote.headHeight), found(vote.startedAt)]
  yield memberBytes(archiveHeader(timestamp), timestamp)
  const written = new Set<string>()
  for (let from = 0; from <= last; from += batch) {
    const rows = await db.boardEvent.findMany({
      where: { pollId, round, height: { gte: from, lte: Math.min(from + batch - 1, last) } },
      orderBy: { height: 'asc' },
      select: { kind: true, data: true, event: true },
    })
    for (const { kind, data, event } of rows) {
      const texts = [...data.map((text) => named(text, 'data')), named(event, 'event')]
      // The list of the first event stands in its own rows
      for (const member of kind === 'Setup' && vote.listHash !== null ? withList(texts, null) : texts) {
        if (member === null) yield* listBytes(vote, timestamp)
        else if (!written.has(member.name)) {
          written.add(member.name)
          yield memberBytes(member, timestamp)
        }
      }
    }
  }
}

function listBytes(vote: Written, timestamp: number): AsyncGenerator<Uint8Array> {
  const { pollId, round } = vote
  const name = `${found(vote.listHash)}.data.json`
  return memberPieces(name, found(vote.listBytes), listPieces(db, { pollId, round }), timestamp)
}
