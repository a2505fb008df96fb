/** After the end of a secret vote: the ballots are added up encrypted, trustees open the sums, and the result is proved. */
import { apart } from '#app/apart/apart.server'
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { countPoll } from '#app/domain/polls/count'
import { type Terms, termsFrom } from '#app/domain/polls/terms'
import { turnoutOf } from '#app/domain/polls/turnout.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import {
  encryptedTallyEntry,
  endOfBallotsEntry,
  partialDecryptionEntry,
  resultEntry,
} from '#app/domain/voting/belenios/board'
import { isShareOf, openedTally, type PartialDecryption, readDecryption } from '#app/domain/voting/belenios/decryption'
import { resultText, totalsOf } from '#app/domain/voting/belenios/result'
import { readTally, tallyWith } from '#app/domain/voting/belenios/tally'
import { readTrustees, trusteeKeys } from '#app/domain/voting/belenios/trustees'
import { destroyPollKey } from '#app/storage/poll-keys.server'
import { append, type Board, countBallots, eventsOf, lastBallots, lockBoard } from './board.server'
import { electionOf } from './protocol.server'
import { ballotsAddingUp } from './questions'
import { ownerOf, reachTrustee } from './trustees.server'

type Closed = {
  id: string
  round: number
  territoryId: string
  associationId: string | null
  secretSeed: string
  terms: Terms
}

/** Goes on from wherever a closed vote is; running it again changes nothing. */
export async function openSecretCount(pollId: string): Promise<void> {
  const poll = await closedPoll(pollId)
  if (!poll) return
  const board = { pollId, round: poll.round }
  const vote = found(await db.secretVote.findUnique({ where: { pollId_round: board } }))
  if (vote.tooFew) return
  if ((await eventsOf(board, 'EncryptedTally')).length === 0) await addUp(poll, board, vote)
  await announce(poll, board, vote)
}

type Vote = { election: string | null; trustees: string | null; minimum: number; threshold: number; listed: number }

async function addUp(poll: Closed, board: Board, { election, minimum, threshold }: Vote) {
  const ballots = await countBallots(board)
  const isEnough = ballots >= minimum
  const tally = isEnough ? await sumOf(board, found(election)) : null
  await transaction(async (tx, note) => {
    let head = await lockBoard(tx, board)
    if ((await tx.boardEvent.count({ where: { ...board, kind: 'EndBallots' } })) > 0) return
    head = await append(tx, board, head, 'EndBallots', endOfBallotsEntry)
    if (tally === null) await tx.secretVote.updateMany({ where: board, data: { tooFew: true } })
    else
      head = await append(tx, board, head, 'EncryptedTally', (head) =>
        encryptedTallyEntry(head, tally, ballots, BigInt(ballots)),
      )
    await note({
      what: isEnough ? 'poll.awaits-trustees' : 'poll.too-few-ballots',
      actor: 'clock',
      subjectId: poll.id,
      territoryId: poll.territoryId,
      associationId: poll.associationId,
      details: { ballots, minimum, threshold, head: head.hash },
    })
  })
  // Credentials are of no use any more, and nobody can ask whose they were
  await destroyPollKey(board.pollId, board.round)
}

/** A part at a time, so that memory stays flat; beside the server's own thread, but for what takes less than starting one. */
async function sumOf(board: Board, election: string): Promise<string | null> {
  let sum: string | null = null
  for await (const ballots of lastBallots(board, mostAtOnce))
    sum = await (ballots.length <= few ? tallyWith(election, ballots, sum) : apart('tallyWith', election, ballots, sum))
  return sum
}

const mostAtOnce = 1000
/** Ballots that take some hundredths of a second */
const few = 50

/** Takes one trustee's share of the opening, if it proves itself. */
export async function giveShare(actor: Actor, pollId: string, text: string): Promise<void> {
  const { poll, vote, own } = await reachTrustee(db, actor, pollId)
  const board = { pollId, round: poll.round }
  const [tallied] = await eventsOf(board, 'EncryptedTally')
  insist((poll.stage === 'closed' && tallied !== undefined) || 'poll.nothing-to-open')
  const share = readDecryption(text)
  const publicKey = trusteeKeys(found(readTrustees(found(vote.trustees))))[own.number - 1]
  const tally = found(readTally(tallied?.data[0] ?? ''))
  const holds = share && publicKey && isShareOf(electionOf(found(vote.election)), tally, publicKey, share)
  insist(holds === true || 'poll.share-does-not-hold')
  await transaction(async (tx, note) => {
    const head = await lockBoard(tx, board)
    if ((await tx.boardEvent.count({ where: { ...board, kind: 'Result' } })) > 0) return
    const given = await tx.boardEvent.findMany({
      where: { ...board, kind: 'PartialDecryption' },
      select: { data: true },
    })
    if (given.some(({ data }) => ownerOf(data) === own.number)) return
    insist(given.length < vote.threshold || 'poll.nothing-to-open')
    await append(tx, board, head, 'PartialDecryption', (head) => partialDecryptionEntry(head, own.number, text))
    await note({
      what: 'poll.share-given',
      actor,
      subjectId: pollId,
      territoryId: poll.territoryId,
      associationId: poll.associationId,
      details: { trustee: own.number },
    })
  })
  await openSecretCount(pollId)
}

/** Once enough shares are there the sums are opened, and the poll's rule counts them. */
async function announce(poll: Closed, board: Board, vote: Vote) {
  const [tallied] = await eventsOf(board, 'EncryptedTally')
  const given = await eventsOf(board, 'PartialDecryption')
  if (!tallied || given.length < vote.threshold) return
  const election = electionOf(found(vote.election))
  const shares = new Map(
    given.map(({ data }): [number, PartialDecryption] => [ownerOf(data), found(readDecryption(data[0] ?? ''))]),
  )
  const roll = vote.listed
  const ballots = await countBallots(board)
  const opened = openedTally(
    election.group,
    found(readTrustees(found(vote.trustees))),
    found(readTally(tallied.data[0] ?? '')),
    shares,
  )
  const totals = totalsOf(election.group, opened, BigInt(ballots))
  if (!totals) throw new Refusal('poll.share-does-not-hold')
  const groups = ballotsAddingUp(
    poll.terms,
    totals.map((row) => row.map(Number)),
    ballots,
  )
  const turnout = await turnoutOf(poll, poll.terms)
  await transaction(async (tx, note) => {
    const head = await lockBoard(tx, board)
    const end = await endOf(tx, board)
    const counted = countPoll(poll.terms, groups, roll, `${poll.secretSeed}:${end}`)
    const report = { ...counted, ...(turnout && { turnout }) }
    const { count } = await tx.poll.updateMany({
      where: { id: poll.id, stage: 'closed', round: poll.round },
      data: { stage: 'counted', countedAt: new Date(), roll, report: JSON.parse(JSON.stringify(report)) },
    })
    if (count === 0) return
    const last = await append(tx, board, head, 'Result', (head) => resultEntry(head, resultText(totals)))
    await note({
      what: 'poll.counted',
      actor: 'clock',
      subjectId: poll.id,
      territoryId: poll.territoryId,
      associationId: poll.associationId,
      details: { ballots, roll, head: last.hash },
    })
  })
}

/** The hash of the end of the ballots: the half of the seed that nobody knew before the last one was in. */
async function endOf(tx: Tx, board: Board): Promise<string> {
  const end = await tx.boardEvent.findFirst({ where: { ...board, kind: 'EndBallots' }, select: { hash: true } })
  return found(end).hash
}

async function closedPoll(pollId: string): Promise<Closed | null> {
  const poll = await db.poll.findUnique({
    where: { id: pollId, stage: 'closed', mode: 'secret' },
    select: { id: true, round: true, territoryId: true, associationId: true, secretSeed: true, frozen: true },
  })
  if (!poll) return null
  return { ...poll, secretSeed: found(poll.secretSeed), terms: found(termsFrom(poll.frozen)) }
}
