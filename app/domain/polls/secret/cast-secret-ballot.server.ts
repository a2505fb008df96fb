/** Taking an encrypted ballot: its proofs and its signature are checked, then it goes on the board, and the last one counts. */
import { createHmac } from 'node:crypto'
import { swiftly } from '#app/apart/apart.server'
import { db } from '#app/db/client.server'
import { type Actor, type SignedIn, type Verdict, visitor } from '#app/domain/authorization'
import { countFailure, countTry, insistOnFewFailures, limits } from '#app/domain/identity/attempts.server'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { insistOpen, openPoll, tookPart, votable } from '#app/domain/polls/cast-ballot.server'
import { canCast, canVote } from '#app/domain/polls/policy'
import { found, insist, isRefusal, Refusal } from '#app/domain/refusal'
import { type Ballot, readBallot } from '#app/domain/voting/belenios/ballot-text'
import { ballotEntry, type Head } from '#app/domain/voting/belenios/board'
import { fingerprint } from '#app/domain/voting/belenios/hashing'
import { pollKey } from '#app/storage/poll-keys.server'
import { append, type Board, headOf, lockBoard } from './board.server'
import { credentialFor, isOnTheList, publicHalf } from './credentials.server'
import { electionOf } from './protocol.server'

export type Taken = { tracker: string; head: Head }

/** Ballots that are none are counted against whoever sends them: the account, or without one the network address. */
export async function castSecretBallot(actor: Actor, pollId: string, text: string, address = ''): Promise<Taken> {
  const sender = actor.kind === 'visitor' ? address : actor.id
  await insistOnFewFailures(limits.sealedFrom, sender)
  try {
    return await cast(actor, pollId, text)
  } catch (error) {
    if (isRefusal(error)) await countFailure(limits.sealedFrom, sender)
    throw error
  }
}

async function cast(actor: Actor, pollId: string, text: string): Promise<Taken> {
  const { poll, vote, voter } = await reachSecretVote(actor, pollId)
  const board = { pollId, round: poll.round }
  const ballot = readBallot(text)
  if (!ballot) throw new Refusal('poll.ballot-unreadable')
  const credential = String(ballot.credential)
  const election = found(vote.election)
  insist(await mayCount(board, election, ballot))
  if (vote.credentials === 'server') await insistOwn(board, vote.uuid, found(voter).id, credential)
  const tracker = fingerprint(text)
  // Anybody can send again what the board shows: that proves nothing, so it binds nothing and counts against nobody's credential
  if ((await lastBallot(db, board, credential, tracker)) === tracker)
    return { tracker, head: found(await headOf(pollId)) }
  const fault = await swiftly('ballotFault', election, text)
  if (fault) throw new Refusal(`poll.ballot-${fault}`)
  await countTry(limits.sealedBy, `${pollId} ${credential}`)
  return transaction(async (tx, note) => {
    await insistOpen(tx, poll)
    const head = await lockBoard(tx, board)
    const last = await lastBallot(tx, board, credential, tracker)
    if (last === tracker) return { tracker, head }
    await bind(tx, board, voter, credential)
    // The clock once more: whoever waited for the board may have waited beyond the end
    await insistOpen(tx, poll)
    const now = await append(tx, board, head, 'Ballot', (head) => ballotEntry(head, text), { tracker, credential })
    const changed = voter ? await tookPart(tx, poll, voter.id, true) : last === null
    const caster = voter ?? visitor
    if (changed) await note({ what: 'ballot.cast', actor: caster, subjectId: pollId, territoryId: poll.territoryId })
    return { tracker, head: now }
  })
}

/** The last ballot of a credential: the same sent again is one ballot, and an older one does not come back. */
async function lastBallot(tx: Pick<Tx, 'boardEvent'>, board: Board, credential: string, tracker: string) {
  const last = await tx.boardEvent.findFirst({
    where: { ...board, credential },
    orderBy: { height: 'desc' },
    select: { tracker: true },
  })
  if (last?.tracker === tracker) return tracker
  const older = await tx.boardEvent.count({ where: { ...board, tracker } })
  insist(older === 0 || 'poll.ballot-posted-before')
  return last?.tracker ?? null
}

/** The vote, open, for somebody entitled; with a registrar's credentials, for anybody, who may be nobody that the platform knows. */
export async function reachSecretVote(actor: Actor, pollId: string) {
  const poll = await openPoll(db, pollId)
  insist(poll.terms.mode === 'secret' || 'not-found')
  insist(canCast(actor, votable(poll), poll.terms.secret))
  const voter = actor.kind === 'person' && canVote(actor, votable(poll)) === true ? actor : null
  const vote = found(
    await db.secretVote.findUnique({
      where: { pollId_round: { pollId, round: poll.round } },
      select: { uuid: true, credentials: true, election: true, headHash: true, headHeight: true },
    }),
  )
  return { poll, vote, voter }
}

/** What costs nothing to see, before the proofs are looked at. */
async function mayCount(board: Board, election: string, ballot: Ballot): Promise<Verdict> {
  const { uuid, fingerprint } = electionOf(election)
  if (ballot.electionUuid !== uuid || ballot.electionHash !== fingerprint) return 'poll.ballot-other-election'
  return (await isOnTheList(board, String(ballot.credential))) || 'poll.ballot-credential-not-on-list'
}

/** In the lighter mode the platform knows whose credential it is, and takes it from nobody else. */
async function insistOwn(board: Board, uuid: string, personId: string, credential: string) {
  const own = await publicHalf(uuid, await credentialFor(board, personId))
  insist(own === credential || 'poll.credential-not-yours')
}

/**
 * One account, one credential, once and for all: a credential that was given away casts nothing from another account,
 * nor from none. Who votes without an account binds nothing.
 */
async function bind(tx: Tx, { pollId, round }: Board, voter: SignedIn | null, credential: string) {
  const key = await pollKey(pollId, round)
  const hashed = (text: string) => createHmac('sha256', key).update(text).digest('base64url')
  const credentialKey = hashed(`used\n${credential}`)
  if (!voter) {
    const bound = await tx.credentialUse.count({ where: { pollId, round, credentialKey } })
    return insist(bound === 0 || 'poll.credential-has-account')
  }
  const voterKey = hashed(`voter\n${voter.id}`)
  await tx.$executeRaw`
    insert into "CredentialUse" ("pollId", round, "voterKey", "credentialKey")
    values (${pollId}, ${round}, ${voterKey}, ${credentialKey}) on conflict do nothing`
  const bound = await tx.credentialUse.count({ where: { pollId, round, voterKey, credentialKey } })
  insist(bound === 1 || 'poll.credential-bound')
}
