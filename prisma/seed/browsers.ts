/** What people's own browsers do in a secret vote: make a trustee's key, seal a ballot, open a share of the sums. */
import type { Actor } from '#app/domain/authorization'
import type { Content } from '#app/domain/polls/ballot'
import { boothPage, ownCredential } from '#app/domain/polls/secret/booth.server'
import { castSecretBallot } from '#app/domain/polls/secret/cast-secret-ballot.server'
import { steps } from '#app/domain/polls/secret/ceremony'
import { giveShare } from '#app/domain/polls/secret/open-count.server'
import { electionOf, nativeGroup, strongRandom } from '#app/domain/polls/secret/protocol.server'
import { choicesOf } from '#app/domain/polls/secret/questions'
import { takeStep, trusteePage } from '#app/domain/polls/secret/trustees.server'
import { found } from '#app/domain/refusal'
import { type SealedBallot, sealBallot } from '#app/domain/voting/belenios/ballot'
import {
  certificateText,
  dealingText,
  holdingText,
  readCertificateText,
  readDelivery,
  readHolding,
} from '#app/domain/voting/belenios/ceremony-texts'
import { decryptionText, decryptShare } from '#app/domain/voting/belenios/decryption'
import { dealShares, decryptionKeyOf, makeCertificate, takeShares } from '#app/domain/voting/belenios/key-ceremony'
import { makeSeed } from '#app/domain/voting/belenios/secure-channel'
import { readTally } from '#app/domain/voting/belenios/tally'

export type Keeper = { person: Actor; seed: string }

/** All the trustees make their key, each with a seed that nobody else has. */
export async function makeKeyTogether(pollId: string, people: readonly Actor[]): Promise<Keeper[]> {
  const keepers = people.map((person) => ({ person, seed: makeSeed(strongRandom) }))
  for (const step of steps)
    for (const keeper of keepers) await takeStep(keeper.person, pollId, step, await messageOf(pollId, keeper))
  return keepers
}

/** The trustee's message of the step that all are at. */
export async function messageOf(pollId: string, { person, seed }: Keeper): Promise<string> {
  const page = await trusteePage(person, pollId)
  const group = nativeGroup()
  if (page.step === 'certificate') return certificateText(makeCertificate(group, seed, strongRandom))
  const certificates = page.certificates.map((text) => found(readCertificateText(text)))
  if (page.step === 'dealing')
    return dealingText(made(dealShares(group, seed, certificates, page.threshold, strongRandom)))
  const delivery = found(readDelivery(page.delivery ?? ''))
  return holdingText(made(takeShares(group, seed, certificates, page.threshold, delivery, strongRandom)))
}

function made<T extends object>(message: T | string): T {
  if (typeof message === 'string') throw new Error(message)
  return message
}

/** A ballot as the booth seals it, with the voter's credential; without one, with that of the lighter mode. */
export async function sealed(
  pollId: string,
  voter: Actor,
  content: Content,
  credential?: string,
): Promise<SealedBallot> {
  const { election, terms } = await boothPage(voter, pollId)
  const own = credential ?? (await ownCredential(voter, pollId))
  return sealBallot(electionOf(election), own, choicesOf(terms, content), strongRandom)
}

export async function castSealed(pollId: string, voter: Actor, content: Content, credential?: string) {
  const ballot = await sealed(pollId, voter, content, credential)
  await castSecretBallot(voter, pollId, ballot.text)
  return ballot
}

/** The trustee's share of the opened sums. */
export async function shareOf(pollId: string, { person, seed }: Keeper): Promise<string> {
  const { election, tally, holding } = await trusteePage(person, pollId)
  const secret = found(decryptionKeyOf(nativeGroup(), seed, found(readHolding(holding ?? '')).privateKey))
  return decryptionText(decryptShare(electionOf(found(election)), found(readTally(tally ?? '')), secret, strongRandom))
}

export async function openCount(pollId: string, keeper: Keeper) {
  await giveShare(keeper.person, pollId, await shareOf(pollId, keeper))
}
