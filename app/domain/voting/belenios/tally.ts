/** The count under encryption: each answer's ciphertexts multiplied over the last ballot of every voter. */
import { z } from 'zod'
import { cipherForm, readBallot, writtenCipher } from './ballot-text'
import { type Election, parsedJson, readElection, slotsOf } from './election'
import { type Ciphertext, nothing, weighted } from './elgamal'
import { multiply } from './group'

/** For each question, one ciphertext an answer, the blank vote first where there is one. */
export type EncryptedTally = readonly (readonly Ciphertext[])[]

export interface CountedBallot {
  readonly answers: readonly { readonly choices: readonly Ciphertext[] }[]
  readonly weight: bigint
}

export function tallyOf(
  election: Election,
  ballots: Iterable<CountedBallot>,
  before: EncryptedTally = election.questions.map((question) => Array(slotsOf(question)).fill(nothing)),
): EncryptedTally {
  const { group } = election
  const sums = before.map((row) => [...row])
  for (const { answers, weight } of ballots)
    for (const [index, row] of sums.entries())
      for (const [slot, sum] of row.entries()) {
        const cipher = answers[index]?.choices[slot]
        if (!cipher) throw new RangeError('a ballot does not answer every question')
        const { alpha, beta } = weighted(group, cipher, weight)
        row[slot] = { alpha: multiply(group, sum.alpha, alpha), beta: multiply(group, sum.beta, beta) }
      }
  return sums
}

/** The same for a part of the ballots, added to the sum of the parts before; texts throughout, as they go from thread to thread. */
export function tallyWith(electionText: string, ballots: readonly string[], before: string | null): string {
  const election = readElection(electionText)
  const sum = before === null ? undefined : readTally(before)
  if (!election || (before !== null && !sum)) throw new RangeError('not the election, or not the sum, of these ballots')
  return tallyText(tallyOf(election, ballots.map(counted), sum))
}

function counted(text: string): CountedBallot {
  const ballot = readBallot(text)
  if (!ballot) throw new RangeError('a ballot on the board cannot be read')
  return { answers: ballot.answers, weight: 1n }
}

export function tallyText(tally: EncryptedTally): string {
  return JSON.stringify(tally.map((row) => row.map(writtenCipher)))
}

export function readTally(text: string): EncryptedTally | undefined {
  const parsed = z.array(z.array(cipherForm)).safeParse(parsedJson(text))
  return parsed.success ? parsed.data : undefined
}
