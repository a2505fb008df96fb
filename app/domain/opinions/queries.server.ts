/** Conversations as people see them: the list, one conversation with its map, one's own answers, what waits for a look. */
import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import type { Actor } from '#app/domain/authorization'
import { cursorOf, pageKeyOf } from '#app/domain/page-key'
import { found, insist } from '#app/domain/refusal'
import { toldTitle } from '#app/domain/translations/told-title.server'
import { nextFor } from './next'
import { type Picture, placeIn } from './picture'
import { canManage, canModerate, canTakePart, isOpen } from './policy'
import { shownPicture } from './shown'

export type ConversationCard = {
  id: string
  title: string
  language: string
  territoryName: string
  open: boolean
  closesAt: Date | null
  statements: number
  /** As on the last map; 0 while fewer than five people have answered */
  people: number
}
type Filters = { reading: string; territoryPath?: string; after?: string }

/** Newest first, page by key. */
export async function conversationList({ reading, territoryPath, after }: Filters, limit = 20, now: Date = new Date()) {
  const key = pageKeyOf<[string, string]>(after, ['string', 'string'])
  const conditions = [Prisma.sql`true`]
  if (territoryPath) conditions.push(Prisma.sql`t.path like ${`${territoryPath}%`}`)
  if (key && !Number.isNaN(Date.parse(key[0])))
    conditions.push(Prisma.sql`(c."openedAt", c.id) < (${new Date(key[0])}, ${key[1]})`)
  const rows = await db.$queryRaw<(Omit<ConversationCard, 'open'> & { openedAt: Date; closedAt: Date | null })[]>`
    select c.id, told.title, told.language, c."openedAt", c."closesAt", c."closedAt", t.name as "territoryName",
      (select count(*)::int from "Statement" s where s."conversationId" = c.id and s.moderation = 'accepted') as statements,
      coalesce(p.people, 0) as people
    from "Conversation" c join "Territory" t on t.id = c."territoryId"
    cross join lateral ${toldTitle('opinions', 'c', Prisma.sql`${reading}`)} told
    left join "OpinionPicture" p on p."conversationId" = c.id
    where ${Prisma.join(conditions, ' and ')}
    order by c."openedAt" desc, c.id desc limit ${limit + 1}`
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    conversations: shown.map(
      ({ openedAt: _, closedAt, ...card }): ConversationCard => ({
        ...card,
        open: isOpen({ closesAt: card.closesAt, closedAt }, now),
      }),
    ),
    next: rows.length > limit && last ? cursorOf([last.openedAt.toISOString(), last.id]) : null,
  }
}

/** One conversation as everybody reads it; to those who take part, also the next statement. */
export async function conversationPage(actor: Actor, id: string, now: Date = new Date()) {
  const [conversation, statements, kept, own] = await Promise.all([
    shownConversation(id),
    db.statement.findMany({
      where: { conversationId: id, moderation: 'accepted' },
      orderBy: { number: 'asc' },
      select: { id: true, number: true, text: true, language: true },
    }),
    db.opinionPicture.findUnique({ where: { conversationId: id }, select: { picture: true, drawnAt: true } }),
    answersOf(actor, id),
  ])
  const weighed = { territoryPath: conversation.territory.path, open: isOpen(conversation, now) }
  const picture = kept ? (kept.picture as Picture) : null
  const can = {
    takePart: canTakePart(actor, weighed),
    moderate: canModerate(actor, weighed),
    manage: canManage(actor, weighed),
  }
  const accepted = new Set(statements.map((statement) => statement.id))
  const next =
    can.takePart === true && actor.kind === 'person'
      ? nextFor(statements, picture, own, { seed: conversation.seed, participant: actor.id })
      : null
  return {
    conversation: { ...conversation, open: weighed.open },
    statements,
    picture: picture && shownPicture(picture, accepted),
    drawnAt: kept?.drawnAt ?? null,
    next,
    answered: [...own.keys()].filter((statement) => accepted.has(statement)).length,
    place: picture && own.size > 0 ? placeIn(picture, own) : null,
    waiting: can.moderate === true ? await waitingIn(id) : 0,
    can,
  }
}

/** The statements with one's own answers to them, to read, change and take back; and the statements one wrote. */
export async function ownPage(actor: Actor, id: string, now: Date = new Date()) {
  const conversation = await shownConversation(id)
  const open = isOpen(conversation, now)
  insist(actor.kind === 'person' || 'sign-in-required')
  const personId = actor.kind === 'person' ? actor.id : ''
  const [answers, written] = await Promise.all([
    db.$queryRaw<{ id: string; text: string; language: string; vote: number }[]>`
      select s.id, s.text, s.language, v.vote from "StatementVote" v join "Statement" s on s.id = v."statementId"
      where v."conversationId" = ${id} and v."personId" = ${personId} and s.moderation = 'accepted' order by s.number`,
    db.statement.findMany({
      where: { conversationId: id, authorId: personId },
      orderBy: { number: 'desc' },
      select: { id: true, text: true, language: true, moderation: true, reason: true, note: true },
    }),
  ])
  return { conversation: { ...conversation, open }, answers, written }
}

/** What waits for a look, oldest first, and what was kept out. */
export async function moderationPage(actor: Actor, id: string, now: Date = new Date()) {
  const conversation = await shownConversation(id)
  insist(canModerate(actor, { territoryPath: conversation.territory.path, open: isOpen(conversation, now) }))
  const rows = await db.statement.findMany({
    where: { conversationId: id },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, text: true, language: true, moderation: true, reason: true, writtenAt: true },
  })
  const those = (moderation: 'pending' | 'accepted' | 'refused') => rows.filter((row) => row.moderation === moderation)
  return { conversation, pending: those('pending'), accepted: those('accepted'), refused: those('refused') }
}

export async function statementToJudge(actor: Actor, conversationId: string, statementId: string, now = new Date()) {
  const conversation = await shownConversation(conversationId)
  insist(canModerate(actor, { territoryPath: conversation.territory.path, open: isOpen(conversation, now) }))
  const statement = await db.statement.findFirst({
    where: { id: statementId, conversationId },
    select: { id: true, text: true, language: true, moderation: true },
  })
  return { conversation, statement: found(statement) }
}

/** Enough to head a form: its title, and whether this person may write in it. */
export async function conversationToWriteIn(actor: Actor, id: string, now: Date = new Date()) {
  const conversation = await shownConversation(id)
  insist(canTakePart(actor, { territoryPath: conversation.territory.path, open: isOpen(conversation, now) }))
  return conversation
}

async function shownConversation(id: string) {
  return found(
    await db.conversation.findUnique({
      where: { id },
      select: {
        id: true,
        title: true,
        description: true,
        language: true,
        seed: true,
        openedAt: true,
        closesAt: true,
        closedAt: true,
        territory: { select: { name: true, slug: true, path: true } },
      },
    }),
  )
}

async function waitingIn(conversationId: string) {
  return db.statement.count({ where: { conversationId, moderation: 'pending' } })
}

/** Read by key: the beginning of the primary key. */
async function answersOf(actor: Actor, conversationId: string): Promise<Map<string, number>> {
  if (actor.kind === 'visitor') return new Map()
  const rows = await db.statementVote.findMany({
    where: { conversationId, personId: actor.id },
    select: { statementId: true, vote: true },
  })
  return new Map(rows.map(({ statementId, vote }) => [statementId, vote]))
}
