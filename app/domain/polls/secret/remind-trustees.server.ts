/** Trustees whose part is missing are reminded: of the key every other day, of the opening every day, ten times at most. */
import { db } from '#app/db/client.server'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'

const mostReminders = 10

type Waiting = {
  id: string
  stage: 'draft' | 'closed'
  territoryId: string
  associationId: string | null
  head: string | null
}

export async function remindTrustees(): Promise<{ reminded: number }> {
  let reminded = 0
  for (const { id } of await waitingVotes(db)) if (await remindOf(id)) reminded += 1
  return { reminded }
}

/** Asked again under the lock: two sweeps at once remind once. */
async function remindOf(pollId: string): Promise<boolean> {
  return transaction(async (tx, note) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${pollId} ceremony`}, 0))`
    const [vote] = (await waitingVotes(tx)).filter(({ id }) => id === pollId)
    if (!vote) return false
    const { stage, territoryId, associationId, head } = vote
    await note({
      what: 'poll.trustees-reminded',
      actor: 'clock',
      subjectId: pollId,
      territoryId,
      associationId,
      details: { stage, ...(head && { head }) },
    })
    return true
  })
}

/** Votes that wait for their trustees, and in which nothing has moved and nobody was reminded lately. */
async function waitingVotes(tx: Pick<Tx, '$queryRaw'>): Promise<Waiting[]> {
  return tx.$queryRaw`
    select p.id, p.stage, p."territoryId", p."associationId", v."headHash" as head
    from "Poll" p join "SecretVote" v on v."pollId" = p.id and v.round = p.round
    where p.mode = 'secret' and not v."tooFew" and (
      (p.stage = 'draft' and exists (
        select from "Trustee" t where t."pollId" = p.id and t.round = p.round and t.holding is null))
      or (p.stage = 'closed' and exists (
        select from "BoardEvent" b where b."pollId" = p.id and b.round = p.round and b.kind = 'EncryptedTally')))
    and not exists (
      select from "Entry" e where e."subjectKind" = 'poll' and e."subjectId" = p.id and e.what like 'poll.%'
        and e.at > now() - case when p.stage = 'draft' then interval '47 hours' else interval '23 hours' end)
    and (
      select count(*) from "Entry" e where e."subjectKind" = 'poll' and e."subjectId" = p.id
        and e.what = 'poll.trustees-reminded' and e.details ->> 'stage' = p.stage::text) < ${mostReminders}`
}
