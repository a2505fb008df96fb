/** Encrypted ballots as texts: one only way to write each, since its hash is the voter's tracker. */
import { z } from 'zod'
import type { Proof } from './disjunction'
import { parsedJson } from './election'
import type { Ciphertext } from './elgamal'

export interface EncryptedAnswer {
  readonly choices: readonly Ciphertext[]
  readonly individualProofs: readonly (readonly Proof[])[]
  readonly overallProof: readonly Proof[]
  readonly blankProof?: readonly Proof[]
}

export interface UnsignedBallot {
  readonly electionUuid: string
  readonly electionHash: string
  readonly credential: bigint
  readonly answers: readonly EncryptedAnswer[]
}

export interface Ballot extends UnsignedBallot {
  readonly signature: { readonly hash: string; readonly proof: Proof }
}

export function ballotText(ballot: Ballot): string {
  const { hash, proof } = ballot.signature
  return JSON.stringify({ ...unsigned(ballot), signature: { hash, proof: writtenProof(proof) } })
}

/** The text that the credential signs. */
export function unsignedText(ballot: UnsignedBallot): string {
  return JSON.stringify(unsigned(ballot))
}

/** Undefined where the text is not a ballot, or not written in the one way allowed. */
export function readBallot(text: string): Ballot | undefined {
  const parsed = ballotForm.safeParse(parsedJson(text))
  if (!parsed.success) return undefined
  const { election_uuid, election_hash, credential, answers, signature } = parsed.data
  const ballot: Ballot = {
    electionUuid: election_uuid,
    electionHash: election_hash,
    credential,
    answers: answers.map(({ choices, individual_proofs, overall_proof, blank_proof }) => ({
      choices,
      individualProofs: individual_proofs,
      overallProof: overall_proof,
      ...(blank_proof === undefined ? {} : { blankProof: blank_proof }),
    })),
    signature,
  }
  return ballotText(ballot) === text ? ballot : undefined
}

export function writtenProof({ challenge, response }: Proof) {
  return { challenge: String(challenge), response: String(response) }
}

export function writtenCipher({ alpha, beta }: Ciphertext) {
  return { alpha: String(alpha), beta: String(beta) }
}

/** A natural number in base ten, without leading zeros, of at most the digits that the groups need. */
export const bigNumber = z
  .string()
  .regex(/^(0|[1-9]\d{0,700})$/)
  .transform(BigInt)
export const proofForm = z.object({ challenge: bigNumber, response: bigNumber })
export const cipherForm = z.object({ alpha: bigNumber, beta: bigNumber })

function unsigned({ electionUuid, electionHash, credential, answers }: UnsignedBallot) {
  return {
    election_uuid: electionUuid,
    election_hash: electionHash,
    credential: String(credential),
    answers: answers.map(({ choices, individualProofs, overallProof, blankProof }) => ({
      choices: choices.map(writtenCipher),
      individual_proofs: individualProofs.map((proofs) => proofs.map(writtenProof)),
      overall_proof: overallProof.map(writtenProof),
      ...(blankProof === undefined ? {} : { blank_proof: blankProof.map(writtenProof) }),
    })),
  }
}

const ballotForm = z.object({
  election_uuid: z.string(),
  election_hash: z.string(),
  credential: bigNumber,
  answers: z.array(
    z.object({
      choices: z.array(cipherForm),
      individual_proofs: z.array(z.array(proofForm)),
      overall_proof: z.array(proofForm),
      blank_proof: z.array(proofForm).optional(),
    }),
  ),
  signature: z.object({ hash: z.string(), proof: proofForm }),
})
