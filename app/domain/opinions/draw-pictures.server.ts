/** The sweep of conversations: closes what is over, and draws the opinion maps anew. */
import { db } from '#app/db/client.server'
import { transaction } from '#app/domain/journal/transaction.server'
import { pictureOf, type Said } from './picture'
import { fewest } from './stands'

/**
 * A map waits until five people have said something since the last one, so that two maps laid side by side do not tell
 * what one person said; the last one, after the end, has everybody. Running it again changes nothing.
 */
export async function drawPictures(now: Date = new Date()): Promise<{ closed: number; drawn: number }> {
  const over = await db.conversation.findMany({
    where: { closedAt: null, closesAt: { lte: now } },
    select: { id: true },
  })
  for (const { id } of over) await closeWhatIsOver(id, now)
  const waiting = await db.$queryRaw<{ id: string }[]>`
    select c.id from "Conversation" c left join "OpinionPicture" p on p."conversationId" = c.id
    where (c."closedAt" is null or p."drawnAt" is null or p."drawnAt" < c."closedAt") and (
      (c."closedAt" is not null and p."conversationId" is not null and p."drawnAt" < c."closedAt")
      or (select count(*) from (select distinct v."personId" from "StatementVote" v
        where v."conversationId" = c.id and v.at >= coalesce(p."upTo", '-infinity') limit ${fewest}) as new) >= ${fewest})`
  let drawn = 0
  for (const { id } of waiting) if (await drawPicture(id, now)) drawn += 1
  return { closed: over.length, drawn }
}

async function closeWhatIsOver(id: string, now: Date) {
  await transaction(async (tx, note) => {
    const [conversation] = await tx.$queryRaw<{ territoryId: string }[]>`
      update "Conversation" set "closedAt" = "closesAt"
      where id = ${id} and "closedAt" is null and "closesAt" <= ${now} returning "territoryId"`
    if (conversation)
      await note({ what: 'opinions.closed', actor: 'clock', subjectId: id, territoryId: conversation.territoryId })
  })
}

/** False where fewer than five people have said something. */
export async function drawPicture(conversationId: string, now: Date = new Date()): Promise<boolean> {
  const [conversation, statements, said] = await Promise.all([
    db.conversation.findUniqueOrThrow({ where: { id: conversationId }, select: { seed: true } }),
    db.statement.findMany({ where: { conversationId }, select: { id: true, moderation: true } }),
    db.$queryRaw<Said[]>`
      select v."personId", v."statementId", v.vote, v.at from "StatementVote" v
      where v."conversationId" = ${conversationId} and v.at <= ${now}`,
  ])
  const picture = pictureOf(said, statements, conversation.seed)
  if (!picture) return false
  const kept = { picture, people: picture.people, votes: said.length, upTo: now, drawnAt: now }
  await db.opinionPicture.upsert({
    where: { conversationId },
    create: { conversationId, ...kept },
    update: kept,
    select: { conversationId: true },
  })
  return true
}
