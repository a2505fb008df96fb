/** Funded projects become commitments of an office, with a date, followed to done: each once. */
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { transaction } from '#app/domain/journal/transaction.server'
import { found, insist } from '#app/domain/refusal'
import { type PollReport, winnersIn } from './count'
import { canCommit } from './policy'
import { ruleOf } from './rules'
import { type Terms, termsFrom } from './terms'

export async function commitWinners(
  actor: Actor,
  pollId: string,
  { officeId, dueOn }: { officeId: string; dueOn: Date | null },
) {
  await transaction(async (tx, note) => {
    // Two officers at once: the second finds what the first has made
    await tx.$executeRaw`select 1 from "Poll" where id = ${pollId} for update`
    const poll = found(await tx.poll.findUnique({ where: { id: pollId, stage: 'counted' }, select: countedPoll }))
    const terms = found(termsFrom(poll.frozen))
    insist(
      canCommit(actor, {
        territoryPath: poll.territory.path,
        funds: ruleOf(terms.rule).budget === true && poll.importKey === null,
      }),
    )
    const office = found(
      await tx.office.findUnique({
        where: { id: officeId, territoryId: poll.territoryId, closedAt: null },
        select: { id: true },
      }),
    )
    const kept = new Set(poll.commitments.map(({ key }) => key))
    const waiting = fundedIn(terms, poll.report).filter(({ key }) => !kept.has(key))
    insist(waiting.length > 0 || 'poll.all-committed')
    for (const { key, title } of waiting) {
      const { id } = await tx.commitment.create({ data: { officeId: office.id, title, dueOn }, select: { id: true } })
      await tx.pollCommitment.create({ data: { pollId, key, commitmentId: id }, select: { key: true } })
      await tx.lifeLink.create({
        data: { fromKind: 'poll', fromId: pollId, toKind: 'commitment', toId: id },
        select: { at: true },
      })
      await note({
        what: 'poll.commitment-made',
        actor,
        subjectId: pollId,
        territoryId: poll.territoryId,
        details: { commitmentId: id, officeId },
      })
    }
  })
}

const countedPoll = {
  importKey: true,
  frozen: true,
  report: true,
  territoryId: true,
  territory: { select: { path: true } },
  commitments: { select: { key: true } },
} as const

function fundedIn({ options }: Terms, report: unknown) {
  const funded = new Set(winnersIn(report as PollReport))
  return options.filter(({ key }) => funded.has(key))
}

/** What became of the winners, and the offices that could take the others on. */
export async function commitmentsOf(actor: Actor, pollId: string) {
  const poll = found(await db.poll.findUnique({ where: { id: pollId, stage: 'counted' }, select: countedPoll }))
  const terms = found(termsFrom(poll.frozen))
  const made = await db.pollCommitment.findMany({
    where: { pollId },
    select: { key: true, commitment: { select: { id: true, title: true, doneAt: true } } },
  })
  const funds = ruleOf(terms.rule).budget === true && poll.importKey === null
  const may = canCommit(actor, { territoryPath: poll.territory.path, funds })
  const open = may === true && fundedIn(terms, poll.report).length > made.length
  const offices = open
    ? await db.office.findMany({
        where: { territoryId: poll.territoryId, closedAt: null },
        orderBy: { name: 'asc' },
        select: { id: true, name: true },
      })
    : []
  return { commitments: made.map(({ commitment }) => commitment), offices }
}
