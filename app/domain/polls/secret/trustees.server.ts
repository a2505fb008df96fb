/** What a trustee sees and gives: the messages of the key ceremony before the vote, a share of the opening after it. */
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { reachPoll } from '#app/domain/polls/reach-poll.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import { deliveryText, readCertificateText, readDealing, readHolding } from '#app/domain/voting/belenios/ceremony-texts'
import { multiply } from '#app/domain/voting/belenios/group'
import { type Dealing, deliveryFor } from '#app/domain/voting/belenios/key-ceremony'
import { commitmentsOf, committedShare, readCertificate } from '#app/domain/voting/belenios/threshold'
import { isTrusteeKey } from '#app/domain/voting/belenios/trustee-key'
import { env } from '#app/env.server'
import { eventsOf, headOf } from './board.server'
import { type CeremonyStep, stepOf, turnOf } from './ceremony'
import { nativeGroup } from './protocol.server'

/** Everything the trustee's browser needs for its next step. */
export async function trusteePage(actor: Actor, pollId: string) {
  const { poll, vote, trustees, own } = await reachTrustee(db, actor, pollId)
  const board = { pollId, round: poll.round }
  const { step, isOwn, waitingFor } = turnOf(trustees, own.number)
  const shown = await db.poll.findUnique({ where: { id: pollId }, select: { question: true, language: true } })
  const [tally, shares, result] = await Promise.all([
    eventsOf(board, 'EncryptedTally'),
    eventsOf(board, 'PartialDecryption'),
    eventsOf(board, 'Result'),
  ])
  const openers = shares.map(({ data }) => ownerOf(data))
  return {
    ...found(shown),
    id: pollId,
    stage: poll.stage,
    uuid: vote.uuid,
    round: poll.round,
    number: own.number,
    threshold: vote.threshold,
    trustees: trustees.map(({ number, name }) => ({ number, name, hasOpened: openers.includes(number) })),
    step,
    isOwn,
    waitingFor,
    tooFew: vote.tooFew,
    isCounted: result.length > 0,
    hasOpened: openers.includes(own.number),
    certificates: step === 'dealing' || step === 'holding' ? trustees.map(({ certificate }) => certificate ?? '') : [],
    delivery: step === 'holding' && isOwn ? deliveryText(deliveryFor(dealingsOf(trustees), own.number)) : null,
    holding: own.holding,
    election: vote.election,
    head: await headOf(pollId),
    tally: tally[0]?.data[0] ?? null,
  }
}

/** Whose decryption it is: the second text of its event says so. */
export function ownerOf(data: readonly string[]): number {
  return (JSON.parse(data[1] ?? '{}') as { owner?: number }).owner ?? 0
}

/** Takes a trustee's message of the step that all are at, checked for what can be checked without a secret. */
export async function takeStep(actor: Actor, pollId: string, step: CeremonyStep, text: string): Promise<void> {
  await transaction(async (tx, note) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${pollId} ceremony`}, 0))`
    const { poll, vote, trustees, own } = await reachTrustee(tx, actor, pollId)
    insist(poll.stage === 'draft' || 'poll.ceremony-over')
    const turn = turnOf(trustees, own.number)
    insist((turn.step === step && turn.isOwn) || 'poll.not-your-step')
    insist(faultIn(step, text, trustees, own.number, vote.threshold) ?? true)
    const { count } = await tx.trustee.updateMany({
      where: { pollId, round: poll.round, number: own.number, [step]: null },
      data: { [step]: text },
    })
    insist(count === 1 || 'poll.not-your-step')
    const now = trustees.map((trustee) => (trustee.number === own.number ? { ...trustee, [step]: text } : trustee))
    const next = stepOf(now)
    await note({
      what: next === 'complete' ? 'poll.key-made' : next === step ? 'poll.ceremony-step' : 'poll.ceremony-goes-on',
      actor,
      subjectId: pollId,
      territoryId: poll.territoryId,
      associationId: poll.associationId,
      details: { trustee: own.number },
    })
  })
}

function faultIn(
  step: CeremonyStep,
  text: string,
  trustees: readonly Row[],
  number: number,
  threshold: number,
): string | undefined {
  const group = nativeGroup()
  if (step === 'certificate') {
    const certificate = readCertificateText(text)
    const isGood = certificate && readCertificate(group, certificate) && !trustees.some((it) => it.certificate === text)
    return isGood ? undefined : 'poll.message-unreadable'
  }
  const certificates = trustees.map(({ certificate }) => found(readCertificateText(certificate ?? '')))
  if (step === 'dealing') {
    const dealing = readDealing(text)
    if (!dealing || dealing.secrets.length !== trustees.length) return 'poll.message-unreadable'
    const own = certificates[number - 1]
    return own && commitmentsOf(group, threshold, [own], [dealing.commitment]) ? undefined : 'poll.message-unreadable'
  }
  const holding = readHolding(text)
  const commitments = dealingsOf(trustees).map(({ commitment }) => commitment)
  const coefficients = commitmentsOf(group, threshold, certificates, commitments)
  if (!holding || !coefficients || !isTrusteeKey(group, holding.key)) return 'poll.message-unreadable'
  const expected = multiply(group, ...coefficients.map((row) => committedShare(group, row, number)))
  return holding.key.publicKey === expected ? undefined : 'poll.key-does-not-fit'
}

type Row = {
  number: number
  name: string
  personId: string
  certificate: string | null
  dealing: string | null
  holding: string | null
}

function dealingsOf(trustees: readonly Row[]): Dealing[] {
  return trustees.map(({ dealing }) => found(readDealing(dealing ?? '')))
}

type Reading = Pick<Tx, '$queryRaw' | 'secretVote' | 'trustee'>

/** The vote with its trustees, for one of them; to everybody else it is not there. */
export async function reachTrustee(tx: Reading, actor: Actor, pollId: string) {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  const poll = await reachPoll(tx, pollId)
  const where = { pollId, round: poll.round }
  const vote = found(await tx.secretVote.findUnique({ where: { pollId_round: where } }))
  const trustees: Row[] = await tx.trustee.findMany({
    where,
    orderBy: { number: 'asc' },
    select: { number: true, name: true, personId: true, certificate: true, dealing: true, holding: true },
  })
  const own = found(trustees.find(({ personId }) => personId === actor.id))
  return { poll, vote, trustees, own }
}

/** How far the trustees are, for the officer and for everybody: names and steps, no messages. */
export async function ceremonyState(pollId: string, round: number) {
  const rows = await db.trustee.findMany({
    where: { pollId, round },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      name: true,
      certificate: true,
      dealing: true,
      holding: true,
      person: { select: { email: true } },
    },
  })
  const step = rows.length === 0 ? null : stepOf(rows)
  return {
    step,
    address: `${env.origin}/polls/${pollId}/trustee`,
    trustees: rows.map(({ number, name, certificate, dealing, holding, person }) => ({
      number,
      name,
      email: person.email,
      given: [certificate, dealing, holding].filter((message) => message !== null).length,
    })),
  }
}
