/** The sweep of conversations: closes what is over, and draws the opinion maps anew. */
import { apart } from '#app/apart/apart.server'
import { db } from '#app/db/client.server'
import { transaction } from '#app/domain/journal/transaction.server'
import { emptyVotes, type VoteBox } from '#app/domain/voting/opinions/votes'
import { gather, pictureOf, type Said } from './picture'
import { fewest } from './stands'

/** Drawn at once; more on a thread of its own. */
const fewVotes = 2_000
/** Drawing takes seconds from here on: then at most once in ten minutes. */
const manyVotes = 100_000
const patience = 10 * 60_000

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
      or (coalesce(p.votes, 0) < ${manyVotes} or p."drawnAt" < ${new Date(now.getTime() - patience)})
        and (select count(*) from (select distinct v."personId" from "StatementVote" v
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
    answersIn(conversationId, now),
  ])
  const given = [said, statements, conversation.seed] as const
  const picture = said.cast < fewVotes ? pictureOf(...given) : await apart('pictureOf', ...given)
  if (!picture) return false
  const kept = { picture, people: picture.people, votes: said.cast, upTo: now, drawnAt: now }
  await db.opinionPicture.upsert({
    where: { conversationId },
    create: { conversationId, ...kept },
    update: kept,
    select: { conversationId: true },
  })
  return true
}

const pageSize = 20_000

/** Page by key, so that a million answers are never in memory as rows. */
async function answersIn(conversationId: string, until: Date): Promise<VoteBox> {
  const box = emptyVotes()
  let [person, statement] = ['', '']
  for (;;) {
    const page = await db.$queryRaw<Said[]>`
      select v."personId", v."statementId", v.vote, v.at from "StatementVote" v
      where v."conversationId" = ${conversationId} and v.at <= ${until}
        and (v."personId", v."statementId") > (${person}, ${statement})
      order by v."personId", v."statementId" limit ${pageSize}`
    gather(box, page)
    const last = page.at(-1)
    if (!last || page.length < pageSize) return box
    ;[person, statement] = [last.personId, last.statementId]
  }
}
