/** What passes between the officer and the registrar: who is entitled, to the one; the list of public credentials, from the other. */
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { transaction } from '#app/domain/journal/transaction.server'
import { draftedPoll } from '#app/domain/polls/drafted.server'
import { canEdit } from '#app/domain/polls/policy'
import { reachPoll } from '#app/domain/polls/reach-poll.server'
import { votersOf } from '#app/domain/polls/roll.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import { credentialList, readCredentialList } from '#app/domain/voting/belenios/credential-list'
import { isCredential } from '#app/domain/voting/belenios/credentials'
import { isElement } from '#app/domain/voting/belenios/group'
import { fingerprint } from '#app/domain/voting/belenios/hashing'
import { env } from '#app/env.server'
import { headOf } from './board.server'
import { bySize, keepCredentials, keptCredentials } from './credentials.server'
import { nativeGroup } from './protocol.server'

/** How many are entitled and how many credentials are there; the fingerprint is the one that the registrar's command printed. */
export async function registrarPage(actor: Actor, pollId: string) {
  const poll = await editable(actor, pollId)
  const { uuid, question, language } = poll
  const [people, kept, head] = await Promise.all([
    addressesOf(poll, poll.voters),
    keptCredentials(db, { pollId, round: poll.round }),
    headOf(pollId),
  ])
  const print = kept.length > 0 ? fingerprint(credentialList(kept.map(BigInt))) : null
  const address = `${env.origin}/polls/${pollId}`
  return { id: pollId, uuid, question, address, language, people: people.length, kept: kept.length, print, head }
}

/** A line a person, and on it nothing but the address: pseudonyms stay here. That it was taken is written down. */
export async function entitledPeople(actor: Actor, pollId: string): Promise<{ name: string; text: string }> {
  const poll = await editable(actor, pollId)
  const addresses = await addressesOf(poll, poll.voters)
  insist(addresses.length > 0 || 'poll.secret-needs-voters')
  await transaction((_, note) => note({ ...aboutPoll(actor, poll), what: 'poll.entitled-listed' }))
  return { name: `${poll.uuid}-people.txt`, text: addresses.map((address) => `${address}\n`).join('') }
}

/** Takes the registrar's file, if it is one, of this vote. */
export async function saveCredentials(actor: Actor, pollId: string, text: string, name?: string): Promise<void> {
  const { uuid } = await editable(actor, pollId)
  const [, other] = /^(\w+)\.pubcreds$/.exec(name ?? '') ?? []
  if (other !== undefined && other !== uuid) throw new Refusal('poll.credentials-other-vote', { other, uuid })
  const credentials = await readPublicList(text)
  await transaction(async (tx, note) => {
    const poll = await reachPoll(tx, pollId)
    insist(canEdit(actor, poll))
    await keepCredentials(tx, { pollId, round: poll.round }, credentials)
    await note({
      ...aboutPoll(actor, poll),
      what: 'poll.credentials-listed',
      details: { credentials: credentials.length },
    })
  })
}

/** The list as the platform keeps it, or why it is none and where. */
async function readPublicList(text: string): Promise<string[]> {
  insist(text.trim() !== '' || 'poll.credentials-no-file')
  const secret = text.split('\n').findIndex((line) => isCredential(line.trim().split(' ').at(-1) ?? ''))
  if (secret >= 0) throw new Refusal('poll.credentials-private', { entry: secret + 1 })
  const group = nativeGroup()
  const weights = readCredentialList(group, text.trim())
  if (!(weights instanceof Map)) throw new Refusal(`poll.credentials-${weights.fault}`, { entry: weights.entry })
  insist(weights.size > 0 || 'poll.credentials-not-a-list')
  let entry = 0
  for (const [credential, weight] of weights) {
    entry += 1
    if (weight !== 1n) throw new Refusal('poll.credentials-weighted', { entry })
    if (!isElement(group, credential)) throw new Refusal('poll.credentials-out-of-range', { entry })
    if (entry % 100 === 0) await new Promise((next) => setImmediate(next))
  }
  return bySize([...weights.keys()].map(String))
}

async function editable(actor: Actor, pollId: string) {
  const poll = await reachPoll(db, pollId)
  insist(canEdit(actor, poll))
  const { secret, voters, question } = found(await draftedPoll(db, pollId))
  insist(secret?.credentials === 'registrar' || 'poll.no-registrar-here')
  const { language } = found(await db.poll.findUnique({ where: { id: pollId }, select: { language: true } }))
  return { ...poll, voters, question, language, uuid: found(secret).uuid }
}

type Place = Parameters<typeof votersOf>[0]

async function addressesOf(place: Place, voters: Parameters<typeof votersOf>[1]): Promise<string[]> {
  const rows = await db.$queryRaw<{ email: string }[]>`
    select email from "Person" where id = any(${await votersOf(place, voters)}) and email is not null order by email`
  return rows.map(({ email }) => email)
}

function aboutPoll(actor: Actor, poll: { id: string; territoryId: string; associationId: string | null }) {
  const { id: subjectId, territoryId, associationId } = poll
  return { actor, subjectId, territoryId, associationId }
}
