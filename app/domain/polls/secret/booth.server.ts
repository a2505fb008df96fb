/** What the ballot page of a secret vote is made from, and the credential that the lighter mode gives to its owner. */
import { warmUp } from '#app/apart/apart.server'
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { startBallot } from '#app/domain/polls/cast-ballot.server'
import { found, insist } from '#app/domain/refusal'
import { reachSecretVote } from './cast-secret-ballot.server'
import { credentialFor, isOnTheList, publicHalf } from './credentials.server'

/** Whoever the platform knows has begun, as in every vote; who votes by a credential alone leaves nothing. */
export async function enterBooth(actor: Actor, pollId: string) {
  const { vote, voter } = await reachSecretVote(actor, pollId)
  if (vote.credentials === 'server') await ownCredential(actor, pollId)
  if (voter) await startBallot(voter, pollId)
}

export async function boothPage(actor: Actor, pollId: string) {
  const { poll, vote, voter } = await reachSecretVote(actor, pollId)
  warmUp()
  const board = { pollId, round: poll.round }
  const language = await db.poll.findUnique({ where: { id: pollId }, select: { language: true } })
  if (vote.credentials === 'server') await ownCredential(actor, pollId)
  const own =
    voter &&
    (await db.pollParticipation.findUnique({
      where: { pollId_round_personId: { ...board, personId: voter.id } },
      select: { counted: true },
    }))
  return {
    id: pollId,
    language: found(language).language,
    terms: poll.terms,
    closesAt: poll.closesAt,
    lighter: vote.credentials === 'server',
    uuid: vote.uuid,
    election: found(vote.election),
    head: { hash: found(vote.headHash), height: found(vote.headHeight) },
    hasAccount: voter !== null,
    hasVoted: own?.counted === true,
  }
}

/** Who was entitled at opening has a credential; who came later has none. */
export async function ownCredential(actor: Actor, pollId: string): Promise<string> {
  const { poll, vote, voter } = await reachSecretVote(actor, pollId)
  insist(vote.credentials === 'server' || 'poll.registrar-gives-credentials')
  const board = { pollId, round: poll.round }
  const credential = await credentialFor(board, found(voter).id)
  insist((await isOnTheList(board, await publicHalf(vote.uuid, credential))) || 'poll.not-on-the-roll')
  return credential
}
