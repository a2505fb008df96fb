/** Reminds those who began to vote and have no ballot in the box, once, a day before the end. */
import { db } from '#app/db/client.server'
import { transaction } from '#app/domain/journal/transaction.server'

export async function remindVoters(): Promise<{ polls: number }> {
  const ending = await db.$queryRaw<{ id: string }[]>`
    select p.id from "Poll" p
    where p.stage = 'open' and p."opensAt" <= now() and p."closesAt" between now() and now() + interval '24 hours'
      and exists (select from "PollParticipation" v
        where v."pollId" = p.id and v.round = p.round and not v.counted and v."remindedOn" is null)`
  for (const { id } of ending) await remindOf(id)
  return { polls: ending.length }
}

async function remindOf(pollId: string) {
  await transaction(async (tx, note) => {
    const [reminded] = await tx.$queryRaw<{ territoryId: string; people: bigint }[]>`
      with reminded as (
        update "PollParticipation" v set "remindedOn" = current_date
        from "Poll" p where p.id = ${pollId} and v."pollId" = p.id and v.round = p.round and not v.counted and v."remindedOn" is null
        returning p."territoryId"
      ) select min("territoryId") as "territoryId", count(*) as people from reminded`
    if (!reminded || reminded.people === 0n) return
    await note({
      what: 'poll.reminded',
      actor: 'clock',
      subjectId: pollId,
      territoryId: reminded.territoryId,
      details: { people: Number(reminded.people) },
    })
  })
}
