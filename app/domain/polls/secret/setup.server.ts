/** Preparing a secret vote: naming the trustees, and opening the board with the vote's own terms. */
import type { Actor } from '#app/domain/authorization'
import { batchesOf } from '#app/domain/batches'
import { type Noting, type Tx, transaction } from '#app/domain/journal/transaction.server'
import { canEdit } from '#app/domain/polls/policy'
import { type ReachedPoll, reachPoll } from '#app/domain/polls/reach-poll.server'
import type { SecretTerms, Terms } from '#app/domain/polls/terms'
import { found, insist, Refusal } from '#app/domain/refusal'
import { setupAround } from '#app/domain/voting/belenios/board'
import { readCertificateText, readDealing, readHolding } from '#app/domain/voting/belenios/ceremony-texts'
import { electionText, makeUuid } from '#app/domain/voting/belenios/election'
import { thresholdOf } from '#app/domain/voting/belenios/key-ceremony'
import { electionKey, type Trustee, trusteesText } from '#app/domain/voting/belenios/trustees'
import { type Board, beginBoard } from './board.server'
import { keepList } from './credential-list.server'
import type { TrusteesGiven } from './forms'
import { nativeGroup, strongRandom } from './protocol.server'
import { questionsOf } from './questions'

/** Other trustees, or another number of them needed, begin the making of the key anew. */
export async function saveTrustees(actor: Actor, pollId: string, given: TrusteesGiven) {
  await transaction(async (tx, note) => {
    const poll = await editable(tx, actor, pollId)
    const { round } = poll
    const named = await peopleOf(tx, given)
    insist(named.length > 0 || 'poll.secret-needs-trustees')
    insist(given.threshold <= named.length || 'poll.threshold-above-trustees')
    const { threshold, minimum, credentials } = given
    const before = await tx.secretVote.findUnique({
      where: { pollId_round: { pollId, round } },
      select: { threshold: true },
    })
    await tx.secretVote.upsert({
      where: { pollId_round: { pollId, round } },
      create: { pollId, round, uuid: makeUuid(strongRandom), threshold, minimum, credentials },
      update: { threshold, minimum, credentials },
      select: { uuid: true },
    })
    const kept = await tx.trustee.findMany({
      where: { pollId, round },
      orderBy: { number: 'asc' },
      select: { personId: true, name: true },
    })
    const samePeople = kept.map(({ personId }) => personId).join() === named.map(({ personId }) => personId).join()
    if (samePeople && before?.threshold === threshold) {
      for (const { personId, name } of named)
        await tx.trustee.updateMany({ where: { pollId, round, personId }, data: { name } })
      return
    }
    await tx.trustee.deleteMany({ where: { pollId, round } })
    await tx.trustee.createMany({ data: named.map((trustee, at) => ({ pollId, round, number: at + 1, ...trustee })) })
    await noteNamed(note, actor, poll, named.length, threshold)
  })
}

/** Somebody lost a key, or a share did not fit: all begin again. */
export async function restartCeremony(actor: Actor, pollId: string) {
  await transaction(async (tx, note) => {
    const poll = await editable(tx, actor, pollId)
    const { count } = await tx.trustee.updateMany({
      where: { pollId, round: poll.round },
      data: { certificate: null, dealing: null, holding: null },
    })
    insist(count > 0 || 'poll.secret-needs-trustees')
    const where = { pollId_round: { pollId, round: poll.round } }
    const vote = await tx.secretVote.findUnique({ where, select: { threshold: true } })
    await noteNamed(note, actor, poll, count, found(vote).threshold)
  })
}

/** Puts questions, keys and credentials on the board: from here on ballots can be cast, and none of this changes. */
export async function beginSecretVote(
  tx: Tx,
  board: Board,
  terms: Terms & { secret: SecretTerms },
  made: readonly string[],
): Promise<string> {
  const { pollId, round } = board
  if (terms.secret.credentials === 'server') await keepList(tx, board, batchesOf(made, 1000))
  const list = await tx.secretVote.findUnique({
    where: { pollId_round: board },
    select: { listed: true, listHash: true },
  })
  insist(found(list).listed > 0 || 'poll.secret-needs-voters')
  const published = await publishedTrustees(tx, board, terms.secret.threshold)
  const group = nativeGroup()
  const { uuid } = terms.secret
  const election = electionText(
    {
      name: terms.question,
      description: terms.description,
      uuid,
      questions: questionsOf(terms),
      administrator: 'Agorà',
      credentialAuthority: terms.secret.credentials,
    },
    { group, y: electionKey(group, published) },
  )
  const trustees = trusteesText(published)
  const entry = setupAround({ election, trustees, credentials: found(list?.listHash) })
  await beginBoard(tx, board, entry)
  const { count } = await tx.secretVote.updateMany({
    where: { pollId, round, election: null },
    data: {
      election,
      trustees,
      startedAt: Math.floor(Date.now() / 1000),
      headHash: entry.head.hash,
      headHeight: entry.head.height,
    },
  })
  insist(count === 1 || 'poll.not-draft')
  return entry.head.hash
}

async function publishedTrustees(tx: Tx, { pollId, round }: Board, threshold: number): Promise<Trustee[]> {
  const rows = await tx.trustee.findMany({ where: { pollId, round }, orderBy: { number: 'asc' } })
  const certificates = rows.map(({ certificate }) => found(readCertificateText(certificate ?? '')))
  const dealings = rows.map(({ dealing }) => found(readDealing(dealing ?? '')))
  const keys = rows.map(({ holding }) => found(readHolding(holding ?? '')).key)
  const together = thresholdOf(nativeGroup(), threshold, certificates, dealings, keys)
  if (!together) throw new Refusal('poll.secret-key-not-made')
  return [together]
}

async function peopleOf(tx: Tx, { trustees }: TrusteesGiven) {
  const named: { personId: string; name: string }[] = []
  for (const { name, email } of trustees) {
    if (email === null) continue
    const person = await tx.person.findUnique({
      where: { email },
      select: { id: true, pseudonym: true, emailConfirmedAt: true, erasedAt: true },
    })
    if (!person?.emailConfirmedAt || person.erasedAt) throw new Refusal('poll.trustee-unknown', { email })
    insist(!named.some(({ personId }) => personId === person.id) || 'poll.trustee-twice')
    named.push({ personId: person.id, name: name ?? person.pseudonym })
  }
  return named
}

async function editable(tx: Tx, actor: Actor, pollId: string): Promise<ReachedPoll> {
  const poll = await reachPoll(tx, pollId)
  insist(canEdit(actor, poll))
  return poll
}

async function noteNamed(note: Noting, actor: Actor, poll: ReachedPoll, trustees: number, threshold: number) {
  await note({
    what: 'poll.trustees-named',
    actor,
    subjectId: poll.id,
    territoryId: poll.territoryId,
    associationId: poll.associationId,
    details: { trustees, threshold, ...(poll.closesAt && { closesAt: poll.closesAt.toISOString() }) },
  })
}

/** A restarted vote has another identifier, another board and another key, of the same trustees, who are told. Gives the end of the old board. */
export async function prepareNextRound(tx: Tx, note: Noting, actor: Actor, poll: ReachedPoll): Promise<string | null> {
  const { id: pollId, round } = poll
  const before = await tx.secretVote.findUnique({
    where: { pollId_round: { pollId, round } },
    select: { threshold: true, minimum: true, credentials: true, headHash: true },
  })
  if (!before) return null
  const { headHash, ...same } = before
  await tx.secretVote.create({
    data: { pollId, round: round + 1, uuid: makeUuid(strongRandom), ...same },
    select: { uuid: true },
  })
  const trustees = await tx.trustee.findMany({
    where: { pollId, round },
    select: { number: true, personId: true, name: true },
  })
  await tx.trustee.createMany({ data: trustees.map((trustee) => ({ pollId, round: round + 1, ...trustee })) })
  await noteNamed(note, actor, poll, trustees.length, same.threshold)
  return headHash
}
