/** The count under encryption: each answer's ciphertexts multiplied over the last ballot of every voter. */
import { z } from 'zod'
import { cipherForm, writtenCipher } from './ballot-text'
import { type Election, parsedJson, slotsOf } from './election'
import { type Ciphertext, nothing, weighted } from './elgamal'
import { multiply } from './group'

/** For each question, one ciphertext an answer, the blank vote first where there is one. */
export type EncryptedTally = readonly (readonly Ciphertext[])[]

export interface CountedBallot {
  readonly answers: readonly { readonly choices: readonly Ciphertext[] }[]
  readonly weight: bigint
}

export function tallyOf(election: Election, ballots: Iterable<CountedBallot>): EncryptedTally {
  const { group } = election
  const sums = election.questions.map((question) => new Array<Ciphertext>(slotsOf(question)).fill(nothing))
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

export function tallyText(tally: EncryptedTally): string {
  return JSON.stringify(tally.map((row) => row.map(writtenCipher)))
}

export function readTally(text: string): EncryptedTally | undefined {
  const parsed = z.array(z.array(cipherForm)).safeParse(parsedJson(text))
  return parsed.success ? parsed.data : undefined
}
