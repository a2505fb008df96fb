/** Secret votes as tests need them: trustees who keep their seeds here, as browsers would, and ballots sealed as the booth seals them. */
import { db } from '#app/db/client.server'
import type { Content } from '#app/domain/polls/ballot'
import type { TimesGiven } from '#app/domain/polls/forms'
import { openPoll } from '#app/domain/polls/open-poll.server'
import type { RuleName } from '#app/domain/polls/rules'
import { boothPage, ownCredential } from '#app/domain/polls/secret/booth.server'
import { castSecretBallot } from '#app/domain/polls/secret/cast-secret-ballot.server'
import type { TrusteesGiven } from '#app/domain/polls/secret/forms'
import { giveShare } from '#app/domain/polls/secret/open-count.server'
import { nativeGroup, strongRandom } from '#app/domain/polls/secret/protocol.server'
import { choicesOf } from '#app/domain/polls/secret/questions'
import { saveTrustees } from '#app/domain/polls/secret/setup.server'
import { takeStep, trusteePage } from '#app/domain/polls/secret/trustees.server'
import { sealBallot } from '#app/domain/voting/belenios/ballot'
import {
  certificateText,
  dealingText,
  holdingText,
  readCertificateText,
  readDelivery,
  readHolding,
} from '#app/domain/voting/belenios/ceremony-texts'
import { decryptionText, decryptShare } from '#app/domain/voting/belenios/decryption'
import { readElection } from '#app/domain/voting/belenios/election'
import { dealShares, decryptionKeyOf, makeCertificate, takeShares } from '#app/domain/voting/belenios/key-ceremony'
import { makeSeed } from '#app/domain/voting/belenios/secure-channel'
import { readTally } from '#app/domain/voting/belenios/tally'
import { addressOf, type CastName } from '#prisma/seed/town'
import { actor } from './people'
import { draftedPoll } from './polls'

export const trustees = ['luca', 'marta', 'fatou'] as const satisfies CastName[]
export type Seeds = Record<(typeof trustees)[number], string>

type Wish = {
  rule?: RuleName
  options?: string[]
  times?: Partial<TimesGiven>
  settings?: Parameters<typeof draftedPoll>[0] extends { settings?: infer S } | undefined ? S : never
  setup?: Partial<TrusteesGiven>
}

export const named: TrusteesGiven = {
  trustees: trustees.map((name) => ({ name: null, email: addressOf(name) })),
  threshold: 2,
  minimum: 2,
  fewIsKnown: true,
  credentials: 'server',
}

export async function draftedSecretPoll({ setup, times, ...wish }: Wish = {}) {
  const { id, officer } = await draftedPoll({ ...wish, times: { mode: 'secret', ...times } })
  await saveTrustees(officer, id, { ...named, ...setup })
  return { id, officer }
}

/** The trustees make their key, each with a seed that nobody else has. */
export async function makeKey(pollId: string): Promise<Seeds> {
  const seeds = Object.fromEntries(trustees.map((name) => [name, makeSeed(strongRandom)])) as Seeds
  for (const step of ['certificate', 'dealing', 'holding'] as const)
    for (const name of trustees)
      await takeStep(await actor(name), pollId, step, await messageOf(pollId, name, seeds[name]))
  return seeds
}

/** What the trustee's browser would send at the step that all are at. */
export async function messageOf(pollId: string, name: CastName, seed: string): Promise<string> {
  const page = await trusteePage(await actor(name), pollId)
  const group = nativeGroup()
  if (page.step === 'certificate') return certificateText(makeCertificate(group, seed, strongRandom))
  const certificates = page.certificates.map((text) => readCertificateText(text)!)
  if (page.step === 'dealing') {
    const dealing = dealShares(group, seed, certificates, page.threshold, strongRandom)
    if (typeof dealing === 'string') throw new Error(dealing)
    return dealingText(dealing)
  }
  const delivery = readDelivery(page.delivery ?? '')!
  const holding = takeShares(group, seed, certificates, page.threshold, delivery, strongRandom)
  if (typeof holding === 'string') throw new Error(holding)
  return holdingText(holding)
}

export async function openedSecretPoll(wish: Wish = {}) {
  const { id, officer } = await draftedSecretPoll(wish)
  const seeds = await makeKey(id)
  await openPoll(officer, id)
  const options = await db.pollOption.findMany({ where: { pollId: id }, orderBy: { position: 'asc' } })
  return { id, officer, seeds, options }
}

export async function sealed(pollId: string, name: CastName, content: Content, credential?: string) {
  const voter = await actor(name)
  const booth = await boothPage(voter, pollId)
  const own = credential ?? (await ownCredential(voter, pollId))
  return sealBallot(readElection(booth.election)!, own, choicesOf(booth.terms, content), strongRandom)
}

export async function castSealed(pollId: string, name: CastName, content: Content, credential?: string) {
  const { text, tracker } = await sealed(pollId, name, content, credential)
  await castSecretBallot(await actor(name), pollId, text)
  return { text, tracker }
}

/** A trustee opens the trustee's share of the sums. */
export async function shareOf(pollId: string, name: CastName, seed: string): Promise<string> {
  const { election, tally, holding } = await trusteePage(await actor(name), pollId)
  const secret = decryptionKeyOf(nativeGroup(), seed, readHolding(holding ?? '')!.privateKey)!
  return decryptionText(decryptShare(readElection(election!)!, readTally(tally!)!, secret, strongRandom))
}

export async function open(pollId: string, name: (typeof trustees)[number], seeds: Seeds) {
  await giveShare(await actor(name), pollId, await shareOf(pollId, name, seeds[name]))
}
