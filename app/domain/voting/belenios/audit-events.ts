/** Each event of the board in its place and checked against all that came before it. */
import { type Books, electionOf, type Stage, takeData } from './audit-books'
import { auditDecryption, auditResult, auditTally } from './audit-opening'
import { auditSetup } from './audit-setup'
import { type BallotFault, faultOf } from './ballot'
import { readBallot } from './ballot-text'
import type { BoardEvent, EventKind } from './board'
import { isElement } from './group'
import { fingerprint } from './hashing'
import { demand, Unreadable } from './rejection'

export function auditEvent(books: Books, { kind, height, payload }: BoardEvent): void {
  if (kind === 'Shuffle' || kind === 'EndShuffles')
    throw new Unreadable('the archive holds shuffles, which this program does not check')
  const { during, withData } = places[kind]
  demand(books.stage === during, 'out-of-order', `event ${height} (${kind}) is not in its place`)
  demand(
    (payload !== undefined) === withData,
    'data-missing',
    `event ${height} (${kind}) ${withData ? 'refers to no data' : 'refers to data'}`,
  )
  if (payload === undefined) {
    books.stage = 'closed'
    return
  }
  if (kind === 'Ballot')
    demand(!books.spent.has(payload), 'repeated-ballot', `event ${height} posts a ballot a second time`)
  const text = takeData(books, payload, `event ${height} (${kind})`)
  const audit = {
    Setup: auditSetup,
    Ballot: auditBallot,
    EncryptedTally: auditTally,
    PartialDecryption: auditDecryption,
    Result: auditResult,
  }
  if (kind !== 'EndBallots') audit[kind](books, text)
}

/** A ballot replaces the one that the same credential cast before. */
function auditBallot(books: Books, text: string): void {
  const election = electionOf(books)
  const ballot = readBallot(text)
  const tracker = fingerprint(text)
  demand(ballot, 'invalid-ballot', `ballot ${tracker} is not written as a ballot is`)
  const isOnList = (credential: bigint) => books.weights.has(credential) && isElement(election.group, credential)
  const fault = faultOf(election, ballot, isOnList)
  demand(
    fault !== 'credential-not-on-list',
    'invalid-credential',
    `ballot ${tracker} is cast with a credential that is not on the list`,
  )
  demand(fault === undefined, 'invalid-ballot', `ballot ${tracker}: ${fault && sentences[fault]}`)
  books.ballotsPosted += 1
  books.ballots.set(ballot.credential, {
    answers: ballot.answers.map(({ choices }) => ({ choices })),
    weight: books.weights.get(ballot.credential) ?? 1n,
    tracker,
  })
  books.options.onBallot?.(books.ballotsPosted)
}

const places: Record<
  Exclude<EventKind, 'Shuffle' | 'EndShuffles'>,
  { during: Stage | undefined; withData: boolean }
> = {
  Setup: { during: undefined, withData: true },
  Ballot: { during: 'voting', withData: true },
  EndBallots: { during: 'voting', withData: false },
  EncryptedTally: { during: 'closed', withData: true },
  PartialDecryption: { during: 'tallied', withData: true },
  Result: { during: 'tallied', withData: true },
}

const sentences: Record<BallotFault, string> = {
  'other-election': 'it was made for another vote',
  'credential-not-on-list': 'its credential is not on the list',
  'wrong-shape': 'it does not answer the questions asked',
  'not-in-group': 'a number in it is not in the group',
  'choice-proof': 'the proof that a choice is 0 or 1 does not hold',
  'sum-proof': 'the proof that the number of choices is allowed does not hold',
  'blank-proof': 'the proof that a blank vote chooses nothing does not hold',
  signature: 'it is not signed with its credential',
}
