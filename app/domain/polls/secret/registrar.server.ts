/** What passes between the officer and the registrar: who is entitled, to the one; the list of public credentials, from the other. */
import { swiftly } from '#app/apart/apart.server'
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { transaction } from '#app/domain/journal/transaction.server'
import { draftedPoll } from '#app/domain/polls/drafted.server'
import { canEdit } from '#app/domain/polls/policy'
import { reachPoll } from '#app/domain/polls/reach-poll.server'
import { addressesOf, rollOf } from '#app/domain/polls/roll.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import { listLines, readCredentialLine } from '#app/domain/voting/belenios/credential-list'
import { isCredential } from '#app/domain/voting/belenios/credentials'
import { env } from '#app/env.server'
import { aside } from '#app/storage/aside.server'
import { headOf } from './board.server'
import { keepList, printOf } from './credential-list.server'
import { nativeGroup } from './protocol.server'

/** How many are entitled and how many credentials are there; the fingerprint is the one that the registrar's command printed. */
export async function registrarPage(actor: Actor, pollId: string) {
  const poll = await editable(actor, pollId)
  const { uuid, question, language } = poll
  const [people, list, head] = await Promise.all([
    rollOf(poll, poll.voters, 'with-address'),
    db.secretVote.findUnique({ where: { uuid }, select: { listed: true, listHash: true } }),
    headOf(pollId),
  ])
  const { listed, listHash } = found(list)
  const address = `${env.origin}/polls/${pollId}`
  return {
    id: pollId,
    uuid,
    question,
    address,
    language,
    people,
    kept: listed,
    print: listHash && printOf(listHash),
    head,
  }
}

/** A line a person, and on it nothing but the address: pseudonyms stay here. That it was taken is written down. */
export async function entitledPeople(
  actor: Actor,
  pollId: string,
): Promise<{ name: string; pieces: AsyncGenerator<string> }> {
  const poll = await editable(actor, pollId)
  insist((await rollOf(poll, poll.voters, 'with-address')) > 0 || 'poll.secret-needs-voters')
  await transaction((_, note) => note({ ...aboutPoll(actor, poll), what: 'poll.entitled-listed' }))
  return { name: `${poll.uuid}-people.txt`, pieces: addressesOf(poll, poll.voters) }
}

type Given = { name: string; pieces: AsyncIterable<Uint8Array> }

/** Takes the registrar's file, if it is one, of this vote: kept aside and looked through, then written down at once. */
export async function saveCredentials(actor: Actor, pollId: string, { name, pieces }: Given): Promise<void> {
  const { uuid } = await editable(actor, pollId)
  const [, other] = /^(\w+)\.pubcreds$/.exec(name) ?? []
  if (other !== undefined && other !== uuid) throw new Refusal('poll.credentials-other-vote', { other, uuid })
  await aside(pieces, async (texts) => {
    await lookThrough(texts())
    await transaction(
      async (tx, note) => {
        const poll = await reachPoll(tx, pollId)
        // Nobody opens the vote meanwhile
        await tx.$executeRaw`select 1 from "Poll" where id = ${pollId} for update`
        insist(canEdit(actor, poll))
        const credentials = await keepList(
          tx,
          { pollId, round: poll.round },
          listLines(texts()) as AsyncIterable<string[]>,
        )
        await note({ ...aboutPoll(actor, poll), what: 'poll.credentials-listed', details: { credentials } })
      },
      { timeout: minutesForAList * 60_000 },
    )
  })
}

const minutesForAList = 10

/** Whether it is a list of public credentials, or where it is not. */
async function lookThrough(texts: AsyncIterable<string>) {
  const group = nativeGroup()
  let entry = 0
  for await (const lines of listLines(await startOfList(texts))) {
    if (lines === null) throw new Refusal('poll.credentials-not-a-list', { entry: 0 })
    const first = entry + 1
    const credentials = lines.map((line) => {
      entry += 1
      const read = readCredentialLine(group, line)
      if (typeof read === 'string') throw new Refusal(`poll.credentials-${read}`, { entry })
      if (read.weight !== 1n) throw new Refusal('poll.credentials-weighted', { entry })
      return line
    })
    const stranger = await swiftly('firstStranger', credentials)
    if (stranger >= 0) throw new Refusal('poll.credentials-out-of-range', { entry: first + stranger })
  }
  insist(entry > 0 || 'poll.credentials-not-a-list')
}

/** What is no list at all is told apart: nothing, or the file with the secrets. */
async function startOfList(texts: AsyncIterable<string>): Promise<AsyncIterable<string>> {
  const reading = texts[Symbol.asyncIterator]()
  const { value: start = '' }: { value?: string } = await reading.next()
  insist(start.trim() !== '' || 'poll.credentials-no-file')
  const secret = start.split('\n').findIndex((line) => isCredential(line.trim().split(' ').at(-1) ?? ''))
  if (secret >= 0) throw new Refusal('poll.credentials-private', { entry: secret + 1 })
  return (async function* () {
    yield start
    yield* { [Symbol.asyncIterator]: () => reading }
  })()
}

async function editable(actor: Actor, pollId: string) {
  const poll = await reachPoll(db, pollId)
  insist(canEdit(actor, poll))
  const { secret, voters, question } = found(await draftedPoll(db, pollId))
  insist(secret?.credentials === 'registrar' || 'poll.no-registrar-here')
  const { language } = found(await db.poll.findUnique({ where: { id: pollId }, select: { language: true } }))
  return { ...poll, voters, question, language, uuid: found(secret).uuid }
}

function aboutPoll(actor: Actor, poll: { id: string; territoryId: string; associationId: string | null }) {
  const { id: subjectId, territoryId, associationId } = poll
  return { actor, subjectId, territoryId, associationId }
}
