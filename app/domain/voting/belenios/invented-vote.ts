/** A whole secret vote with invented voters, from the trustees' keys to the result: to try the protocol out and to measure it. */
import type { Member } from './archive'
import { type Choices, sealBallot } from './ballot'
import { readBallot } from './ballot-text'
import {
  ballotEntry,
  type Entry,
  encryptedTallyEntry,
  endOfBallotsEntry,
  type Head,
  partialDecryptionEntry,
  resultEntry,
  setupEntry,
} from './board'
import { credentialList } from './credential-list'
import { makeCredential, publicCredential } from './credentials'
import { decryptionText, decryptShare, openedTally, type PartialDecryption } from './decryption'
import { type Election, electionText, makeUuid, type Question, readElection } from './election'
import { type Group, groupNamed, type Random } from './group'
import { resultText, type Totals, totalsOf } from './result'
import { type EncryptedTally, tallyOf, tallyText } from './tally'
import { makeTrusteeKey } from './trustee-key'
import { electionKey, type Trustee, trusteesText } from './trustees'

export interface InventedVote {
  readonly election: Election
  readonly credentials: readonly string[]
  readonly trustees: readonly Trustee[]
  /** The secret key of each trustee, in the order of their numbers. */
  readonly secrets: readonly bigint[]
  readonly members: readonly Member[]
  readonly head: Head
  readonly ballots: readonly string[]
}

export interface Invention {
  readonly questions: readonly Question[]
  readonly voters: number
  readonly random: Random
  readonly group?: Group
  /** Trustees already made; one who stands alone is invented otherwise. */
  readonly trustees?: { readonly published: readonly Trustee[]; readonly secrets: readonly bigint[] }
}

export function openVote({ questions, voters, random, group = standard(), trustees }: Invention): InventedVote {
  const { published, secrets } = trustees ?? singleTrustees(group, 1, random)
  const uuid = makeUuid(random)
  const draft = { name: 'Un voto di prova', description: 'Elettori inventati', uuid, questions }
  const text = electionText(draft, { group, y: electionKey(group, published) })
  const election = readElection(text)
  if (!election) throw new RangeError('the questions are not ones that can be asked')
  const credentials = Array.from({ length: voters }, () => makeCredential(random))
  const list = credentialList(credentials.map((credential) => publicCredential(group, uuid, credential)))
  const { members, head } = setupEntry({ election: text, trustees: trusteesText(published), credentials: list })
  return { election, credentials, trustees: published, secrets, members, head, ballots: [] }
}

export function singleTrustees(group: Group, count: number, random: Random) {
  const made = Array.from({ length: count }, () => makeTrusteeKey(group, random))
  const published = made.map(({ key }): Trustee => ({ kind: 'single', key }))
  return { published, secrets: made.map(({ secret }) => secret) }
}

export function castVote(vote: InventedVote, voter: number, choices: readonly Choices[], random: Random): InventedVote {
  const { text } = sealBallot(vote.election, vote.credentials[voter] ?? '', choices, random)
  return { ...after(vote, ballotEntry(vote.head, text)), ballots: [...vote.ballots, text] }
}

/** Ends the vote and announces its result, opened by the trustees of those numbers. */
export function announceVote(
  vote: InventedVote,
  owners: readonly number[],
  random: Random,
): InventedVote & { totals: Totals } {
  const { election, trustees, secrets } = vote
  const last = lastBallots(vote)
  const tally = tallyOf(election, last)
  let board = after(vote, endOfBallotsEntry(vote.head))
  board = after(board, encryptedTallyEntry(board.head, tallyText(tally), last.length, BigInt(last.length)))
  const shares = new Map<number, PartialDecryption>()
  for (const owner of owners) {
    const share = decryptShare(election, tally, secrets[owner - 1] ?? 0n, random)
    shares.set(owner, share)
    board = after(board, partialDecryptionEntry(board.head, owner, decryptionText(share)))
  }
  const totals = totalsIn(election, trustees, tally, shares, last.length)
  return { ...after(board, resultEntry(board.head, resultText(totals))), totals }
}

function totalsIn(
  election: Election,
  trustees: readonly Trustee[],
  tally: EncryptedTally,
  shares: ReadonlyMap<number, PartialDecryption>,
  most: number,
): Totals {
  const totals = totalsOf(election.group, openedTally(election.group, trustees, tally, shares), BigInt(most))
  if (!totals) throw new RangeError('the tally holds no totals: a share was made with another key')
  return totals
}

function lastBallots({ ballots }: InventedVote) {
  const last = new Map(ballots.map((text) => readBallot(text)!).map((ballot) => [ballot.credential, ballot]))
  return [...last.values()].map(({ answers }) => ({ answers, weight: 1n }))
}

function after(vote: InventedVote, { members, head }: Entry): InventedVote {
  return { ...vote, members: [...vote.members, ...members], head }
}

function standard(): Group {
  return groupNamed('BELENIOS-2048')!
}
