/**
 * Paper ballots typed in: one counts when two different officers have typed the same under its number, and is closed from
 * then on. Each officer changes only the own copy; where two copies differ, a third officer's decides between them.
 */

import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { transaction } from '#app/domain/journal/transaction.server'
import { insist, Refusal } from '#app/domain/refusal'
import { contentText, type Filled, readBallot } from './ballot'
import { insistOpen, openPoll } from './cast-ballot.server'
import { phaseOf } from './lifecycle'
import { canTypePaper } from './policy'

export type PaperState = 'once' | 'twice' | 'differ'

export async function typePaper(actor: Actor, pollId: string, number: number, filled: Filled): Promise<PaperState> {
  return transaction(async (tx, note) => {
    const poll = await openPoll(tx, pollId)
    insist(
      canTypePaper(actor, { phase: phaseOf(poll, poll.now), territoryPath: poll.territoryPath, mode: poll.terms.mode }),
    )
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    const content = readBallot(poll.terms, filled)
    if (typeof content === 'string') throw new Refusal(content)
    if (content === null) throw new Refusal('poll.empty-paper')
    await insistOpen(tx, poll)
    // Two officers who type the same paper at once wait for each other
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${pollId} paper ${number}`}, 0))`
    const key = { pollId, round: poll.round, number }
    const copies = await tx.paperBallot.findMany({ where: key, select: { officerId: true, content: true } })
    const others = copies.filter(({ officerId }) => officerId !== actor.id)
    const text = contentText(content)
    const [one, two] = copies
    insist(!two || one?.content !== two.content || 'poll.paper-closed')
    const alike = others.filter((other) => other.content === text)
    if (others.length === 2) {
      insist(alike.length > 0 || 'poll.paper-third-differs')
      await tx.paperBallot.deleteMany({ where: { ...key, content: { not: text } } })
    }
    await tx.paperBallot.upsert({
      where: { pollId_round_number_officerId: { ...key, officerId: actor.id } },
      create: { ...key, officerId: actor.id, content: text },
      update: { content: text },
      select: { number: true },
    })
    await note({
      what: 'poll.paper-typed',
      actor,
      subjectId: pollId,
      territoryId: poll.territoryId,
      details: { number },
    })
    return others.length === 0 ? 'once' : alike.length > 0 ? 'twice' : 'differ'
  })
}

/** What is typed so far, without what was chosen: the second officer must not see what the first one read. */
export async function typedPapers(actor: Actor, pollId: string) {
  const poll = await openPoll(db, pollId)
  insist(
    canTypePaper(actor, { phase: phaseOf(poll, poll.now), territoryPath: poll.territoryPath, mode: poll.terms.mode }),
  )
  const rows = await db.$queryRaw<{ number: number; typed: bigint; different: bigint; own: boolean }[]>`
    select number, count(*) as typed, count(distinct content) as different, bool_or("officerId" = ${actor.kind === 'person' ? actor.id : ''}) as own
    from "PaperBallot" where "pollId" = ${pollId} and round = ${poll.round} group by number order by number`
  return {
    poll: { id: poll.id, terms: poll.terms },
    papers: rows.map(({ number, typed, different, own }) => ({
      number,
      own,
      state: (typed < 2n ? 'once' : different === 1n ? 'twice' : 'differ') as PaperState,
    })),
  }
}
