/** Opening a poll freezes its rules; restarting it is a public act that voids its ballots. */
import { createHash, randomBytes } from 'node:crypto'
import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import type { Actor } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { found, insist } from '#app/domain/refusal'
import { destroyPollKey, makePollKey } from '#app/storage/poll-keys.server'
import { draftedPoll } from './drafted.server'
import { canMove } from './lifecycle'
import { canEdit, canManage } from './policy'
import { reachPoll } from './reach-poll.server'
import { missingFrom, type SecretDraft } from './readiness'
import { credentialsForAll } from './secret/credentials.server'
import { beginSecretVote, prepareNextRound } from './secret/setup.server'
import type { SecretTerms, Terms } from './terms'

/** Fixes question, options, rule, settings and dates; the secret half of the tie-break seed is promised by its hash. */
export async function openPoll(actor: Actor, pollId: string) {
  const credentials = await credentialsToMake(actor, pollId)
  await transaction(async (tx, note) => {
    const poll = await reachPoll(tx, pollId)
    insist(canEdit(actor, poll))
    const draft = found(await draftedPoll(tx, pollId))
    const [missing] = missingFrom(draft, poll.now)
    insist(missing ?? true)
    const opensAt = draft.opensAt && draft.opensAt > poll.now ? draft.opensAt : poll.now
    const closesAt = found(draft.closesAt)
    const secretSeed = randomBytes(32).toString('hex')
    const commitment = createHash('sha256').update(secretSeed).digest('hex')
    const { associationId: _, unfinished: __, secret, ...drafted } = draft
    const frozen: Terms = {
      ...drafted,
      ...(secret && { secret: termsOfSecret(secret) }),
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
      commitment,
    }
    if (draft.mode === 'confidential') await makePollKey(pollId, poll.round)
    const { count } = await tx.poll.updateMany({
      where: { id: pollId, stage: 'draft', round: poll.round },
      data: { stage: 'open', opensAt, closesAt, openedAt: poll.now, frozen, commitment, secretSeed },
    })
    insist(count === 1 || 'poll.not-draft')
    const head =
      frozen.secret &&
      (await beginSecretVote(tx, { pollId, round: poll.round }, { ...frozen, secret: frozen.secret }, credentials))
    await note({
      what: 'poll.opened',
      actor,
      subjectId: pollId,
      territoryId: poll.territoryId,
      associationId: poll.associationId,
      details: { round: poll.round, ...(head && { head }) },
    })
  })
}

/** In the lighter mode the platform makes the credentials itself; that takes a while, so it comes before the act. */
async function credentialsToMake(actor: Actor, pollId: string): Promise<string[]> {
  const poll = await reachPoll(db, pollId)
  insist(canEdit(actor, poll))
  const draft = found(await draftedPoll(db, pollId))
  const [missing] = missingFrom(draft, poll.now)
  insist(missing ?? true)
  if (draft.mode !== 'secret' || !draft.secret) return []
  await makePollKey(pollId, poll.round)
  if (draft.secret.credentials === 'registrar') return []
  return credentialsForAll({ pollId, round: poll.round, uuid: draft.secret.uuid }, poll, draft.voters)
}

function termsOfSecret({ keyIsMade: _, credentialsKept: __, ...secret }: SecretDraft): SecretTerms {
  return secret
}

/** By the database's clock, whether the sweep has closed it yet or not; closing waits for what follows. */
async function insistNotOver(tx: Tx, pollId: string) {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from "Poll" where id = ${pollId} and stage = 'open' and "closesAt" > clock_timestamp() for update`
  insist(rows.length === 1 || 'poll.not-open')
}

/** Back to a draft: whoever had voted is told why, and votes again. */
export async function restartPoll(actor: Actor, pollId: string, reason: string) {
  const round = await transaction(async (tx, note) => {
    const poll = await reachPoll(tx, pollId)
    insist(canManage(actor, poll))
    insist(canMove(poll.stage, 'restart'))
    await insistNotOver(tx, pollId)
    const { count } = await tx.poll.updateMany({
      where: { id: pollId, stage: 'open', round: poll.round },
      data: {
        stage: 'draft',
        round: poll.round + 1,
        frozen: Prisma.DbNull,
        commitment: null,
        secretSeed: null,
        openedAt: null,
      },
    })
    insist(count === 1 || 'poll.not-open')
    await tx.ballot.deleteMany({ where: { pollId } })
    await tx.pollCode.updateMany({ where: { pollId }, data: { counted: false } })
    const head = await prepareNextRound(tx, note, actor, poll)
    await note({
      what: 'poll.restarted',
      actor,
      subjectId: pollId,
      territoryId: poll.territoryId,
      associationId: poll.associationId,
      details: { round: poll.round, reason, ...(head && { head }) },
    })
    return poll.round
  })
  await destroyPollKey(pollId, round)
}
