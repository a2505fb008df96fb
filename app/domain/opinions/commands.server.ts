/** A conversation is opened and closed; people say what they think of its statements. */
import { randomBytes } from 'node:crypto'
import type { Actor } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import type { ConversationGiven, OpinionGiven } from './forms'
import { statementLength } from './moderation'
import { canManage, canOpenConversation, canTakePart } from './policy'
import { reachConversation } from './reach-conversation.server'

/** Opens it with its first statements, one a line, which stand at once. */
export async function openConversation(actor: Actor, given: ConversationGiven, now: Date = new Date()) {
  return transaction(async (tx, note) => {
    const place = found(
      await tx.territory.findUnique({ where: { id: given.territoryId }, select: { id: true, path: true } }),
    )
    insist(canOpenConversation(actor, place.path))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    insist(given.closesAt === null || given.closesAt > now || 'opinions.ends-in-the-past')
    const lines = linesOf(given.statements)
    const { id } = await tx.conversation.create({
      data: {
        territoryId: place.id,
        authorId: actor.id,
        language: given.language,
        title: given.title,
        description: given.description ?? '',
        seed: randomBytes(16).toString('hex'),
        written: lines.length,
        openedAt: now,
        closesAt: given.closesAt,
      },
      select: { id: true },
    })
    await tx.statement.createMany({
      data: lines.map((text, index) => ({
        conversationId: id,
        number: index + 1,
        authorId: actor.id,
        language: given.language,
        text,
        moderation: 'accepted' as const,
        judgedById: actor.id,
        judgedAt: now,
        writtenAt: now,
      })),
    })
    await note({ what: 'opinions.opened', actor, subjectId: id, territoryId: place.id })
    return { id }
  })
}

export async function closeConversation(actor: Actor, conversationId: string, now: Date = new Date()) {
  await transaction(async (tx, note) => {
    const conversation = await reachConversation(tx, conversationId, now)
    insist(canManage(actor, conversation))
    const { count } = await tx.conversation.updateMany({
      where: { id: conversationId, closedAt: null },
      data: { closedAt: now },
    })
    insist(count === 1 || 'opinions.closed')
    await note({
      what: 'opinions.closed',
      actor,
      subjectId: conversationId,
      territoryId: conversation.territoryId,
    })
  })
}

const votes = { agree: 1, disagree: -1, pass: 0 } as const

/** Says what one thinks of a statement; saying it again replaces what was said. */
export async function sayOpinion(
  actor: Actor,
  conversationId: string,
  { statementId, vote }: OpinionGiven,
  now: Date = new Date(),
) {
  await transaction(async (tx, note) => {
    const conversation = await reachConversation(tx, conversationId, now)
    insist(canTakePart(actor, conversation))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    const statement = found(
      await tx.statement.findFirst({
        where: { id: statementId, conversationId },
        select: { moderation: true },
      }),
    )
    insist(statement.moderation === 'accepted' || 'opinions.not-accepted')
    const first = await isFirst(tx, conversationId, actor.id)
    await tx.$executeRaw`
      insert into "StatementVote" ("conversationId", "personId", "statementId", vote, at)
      values (${conversationId}, ${actor.id}, ${statementId}, ${votes[vote]}, ${now})
      on conflict ("conversationId", "personId", "statementId") do update set vote = excluded.vote, at = excluded.at`
    // That somebody takes part, once, and never what was said
    if (first)
      await note({ what: 'opinions.joined', actor, subjectId: conversationId, territoryId: conversation.territoryId })
  })
}

/** Takes an answer back, as if it had not been given. */
export async function takeBackOpinion(
  actor: Actor,
  conversationId: string,
  statementId: string,
  now: Date = new Date(),
) {
  await transaction(async (tx) => {
    const conversation = await reachConversation(tx, conversationId, now)
    insist(canTakePart(actor, conversation))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    const { count } = await tx.statementVote.deleteMany({
      where: { conversationId, personId: actor.id, statementId },
    })
    insist(count === 1 || 'opinions.nothing-to-take-back')
  })
}

/** One at a time for each person, so that two tabs do not both come first. */
async function isFirst(tx: Tx, conversationId: string, personId: string): Promise<boolean> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${conversationId} ${personId}`}, 0))`
  const [row] = await tx.$queryRaw<{ there: boolean }[]>`
    select exists (select 1 from "StatementVote" where "conversationId" = ${conversationId} and "personId" = ${personId}) as there`
  return row?.there !== true
}

function linesOf(text: string): string[] {
  const lines = [...new Set(text.split('\n').map((line) => line.trim().replace(/\s+/g, ' ')))].filter(Boolean)
  insist(lines.length > 0 || 'opinions.no-statement')
  insist(lines.every(({ length }) => length >= statementLength.min) || 'opinions.statement-too-short')
  insist(lines.every(({ length }) => length <= statementLength.max) || 'opinions.statement-too-long')
  return lines
}
