/** Statements that people write, and the decisions on them. */
import type { Actor } from '#app/domain/authorization'
import { type Noting, type Tx, transaction } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import type { RefusalGiven, StatementGiven } from './forms'
import { mostStatements } from './moderation'
import { canModerate, canTakePart } from './policy'
import { type Reached, reachConversation } from './reach-conversation.server'

/** Writes a statement, which waits until somebody has looked at it. */
export async function writeStatement(
  actor: Actor,
  conversationId: string,
  { text, language }: StatementGiven,
  now: Date = new Date(),
) {
  return transaction(async (tx, note) => {
    const conversation = await reachConversation(tx, conversationId, now)
    insist(canTakePart(actor, conversation))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    const number = await nextNumber(tx, conversationId)
    const words = text.replace(/\s+/g, ' ')
    const [known] = await tx.$queryRaw<{ same: number; own: number }[]>`
      select count(*) filter (where plain_words(text) = plain_words(${words}) and moderation <> 'refused')::int as same,
        count(*) filter (where "authorId" = ${actor.id})::int as own
      from "Statement" where "conversationId" = ${conversationId}`
    insist(known?.same === 0 || 'opinions.already-written')
    insist((known?.own ?? 0) < mostStatements || 'opinions.too-many-statements')
    const statement = await tx.statement.create({
      data: { conversationId, number, authorId: actor.id, language, text: words, writtenAt: now },
      select: { id: true },
    })
    await note({
      what: 'opinions.statement-written',
      actor,
      subjectId: conversationId,
      territoryId: conversation.territoryId,
      details: { statementId: statement.id },
    })
    return { id: statement.id }
  })
}

export async function acceptStatement(
  actor: Actor,
  conversationId: string,
  statementId: string,
  now: Date = new Date(),
) {
  await judge(actor, conversationId, statementId, now, async (judging, actorId) => {
    await move(judging, { moderation: 'accepted', reason: null, note: null, judgedById: actorId, judgedAt: now })
    await tellAuthor(judging, actor, 'opinions.statement-accepted')
  })
}

/** Keeps it out, also after it was let in; its author reads why. What was said of it counts no more. */
export async function refuseStatement(
  actor: Actor,
  conversationId: string,
  statementId: string,
  { reason, note }: RefusalGiven,
  now: Date = new Date(),
) {
  await judge(actor, conversationId, statementId, now, async (judging, actorId) => {
    await move(judging, { moderation: 'refused', reason, note, judgedById: actorId, judgedAt: now })
    await tellAuthor(judging, actor, 'opinions.statement-refused')
  })
}

type Moderation = 'pending' | 'accepted' | 'refused'
type Judged = { id: string; moderation: Moderation; authorId: string }
type Judging = { tx: Tx; note: Noting; conversation: Reached; statement: Judged }

async function judge(
  actor: Actor,
  conversationId: string,
  statementId: string,
  now: Date,
  decide: (judging: Judging, actorId: string) => Promise<void>,
) {
  await transaction(async (tx, note) => {
    const conversation = await reachConversation(tx, conversationId, now)
    insist(canModerate(actor, conversation))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    const statement = found(
      await tx.statement.findFirst({
        where: { id: statementId, conversationId },
        select: { id: true, moderation: true, authorId: true },
      }),
    )
    await decide({ tx, note, conversation, statement }, actor.id)
  })
}

type Decision = {
  moderation: Moderation
  reason: string | null
  note: string | null
  judgedById: string
  judgedAt: Date
}

/** The write repeats what was decided on, so two people cannot decide in the dark. */
async function move({ tx, statement: { id, moderation } }: Judging, decision: Decision) {
  insist(moderation !== decision.moderation || 'opinions.already-decided')
  const { count } = await tx.statement.updateMany({ where: { id, moderation }, data: decision })
  insist(count === 1 || 'opinions.already-decided')
}

function tellAuthor(
  { note, conversation, statement }: Judging,
  actor: Actor,
  what: 'opinions.statement-accepted' | 'opinions.statement-refused',
) {
  return note({
    what,
    actor,
    subjectId: conversation.id,
    territoryId: conversation.territoryId,
    details: { statementId: statement.id, personId: statement.authorId },
  })
}

/** Also keeps those who write at the same time one after the other. */
async function nextNumber(tx: Tx, conversationId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ written: number }[]>`
    update "Conversation" set written = written + 1 where id = ${conversationId} returning written`
  return found(row).written
}
