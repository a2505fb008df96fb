/** Once a day the head of each running board goes to the vote's trustees by letter: a history told anew would not match it. */
import { db } from '#app/db/client.server'
import { transaction } from '#app/domain/journal/transaction.server'

export async function keepHeads(): Promise<{ kept: number }> {
  const moved = await db.$queryRaw<{ id: string }[]>`
    select p.id from "Poll" p join "SecretVote" v on v."pollId" = p.id and v.round = p.round
    where p.stage in ('open', 'closed') and v."headHash" is not null and not exists (
      select from "Entry" e where e."subjectKind" = 'poll' and e."subjectId" = p.id and e.details ->> 'head' = v."headHash")`
  for (const { id } of moved) await keepHead(id)
  return { kept: moved.length }
}

async function keepHead(pollId: string) {
  await transaction(async (tx, note) => {
    const [vote] = await tx.$queryRaw<{ head: string; height: number; territoryId: string }[]>`
      select v."headHash" as head, v."headHeight" as height, p."territoryId"
      from "Poll" p join "SecretVote" v on v."pollId" = p.id and v.round = p.round where p.id = ${pollId}`
    if (!vote) return
    const { head, height, territoryId } = vote
    await note({ what: 'poll.head-kept', actor: 'clock', subjectId: pollId, territoryId, details: { head, height } })
  })
}
