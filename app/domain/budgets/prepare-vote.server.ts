/** The vote of a budget: a poll with the feasible projects, their last costs, districts and pairs, ready to be tried and opened. */
import type { Actor } from '#app/domain/authorization'
import { transaction } from '#app/domain/journal/transaction.server'
import { settingsFrom } from '#app/domain/polls/terms'
import { titleTwice } from '#app/domain/polls/title-twice'
import { found, insist, Refusal } from '#app/domain/refusal'
import { beginningOf } from './beginning-of'
import type { VoteGiven } from './forms'
import { canPrepareVote } from './policy'
import { holdBudget, reachBudget } from './reach.server'

export async function prepareVote(actor: Actor, budgetId: string, given: VoteGiven): Promise<{ pollId: string }> {
  return transaction(async (tx, note) => {
    await holdBudget(tx, budgetId)
    const reached = await reachBudget(tx, budgetId)
    const budget = found(await tx.budget.findUnique({ where: { id: budgetId }, select: preparable }))
    const feasible = budget.projects.filter(({ feasibility }) => feasibility === 'feasible')
    const unchecked = budget.projects.filter(({ feasibility }) => ['waiting', 'changes'].includes(feasibility)).length
    insist(canPrepareVote(actor, reached, { unchecked, feasible: feasible.length }))
    insist(feasible.length <= 100 || 'budget.too-many-for-one-vote')
    // A hidden project that came back may have the title of another
    const twice = titleTwice(feasible.map(({ title }) => title))
    if (twice !== undefined) throw new Refusal('budget.same-title', { title: twice })
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    const { rule, spend, maxChoices, voters } = given
    const { id: pollId } = await tx.poll.create({
      data: {
        territoryId: reached.territoryId,
        authorId: actor.id,
        language: budget.language,
        question: budget.title,
        description: budget.description,
        rule,
        voters,
        mode: 'confidential',
        settings: settingsFrom({ budget: budget.money, spend, maxChoices, ...arrangementOf(budget, feasible) }),
        opensAt: reached.voteFrom > reached.now ? reached.voteFrom : null,
        closesAt: reached.voteUntil,
        options: {
          create: feasible.map(({ number, title, text, cost, place, proposalId }, at) => ({
            key: String(number),
            position: at + 1,
            title,
            text: beginningOf(text, 1000),
            cost,
            place,
            proposalId,
          })),
        },
      },
      select: { id: true },
    })
    const { count } = await tx.budget.updateMany({ where: { id: budgetId, pollId: null }, data: { pollId } })
    insist(count === 1 || 'budget.vote-is-prepared')
    await note({
      what: 'budget.vote-prepared',
      actor,
      subjectId: budgetId,
      territoryId: reached.territoryId,
      details: { pollId },
    })
    return { pollId }
  })
}

const preparable = {
  title: true,
  description: true,
  language: true,
  money: true,
  ballot: true,
  districts: { orderBy: { position: 'asc' }, select: { id: true, name: true, money: true } },
  projects: {
    where: { withdrawnAt: null, hiddenAt: null },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      title: true,
      text: true,
      cost: true,
      place: true,
      proposalId: true,
      districtId: true,
      feasibility: true,
    },
  },
  conflicts: { select: { firstId: true, secondId: true } },
} as const

type Feasible = { id: string; number: number; districtId: string | null }
type Arranged = {
  ballot: 'one' | 'several'
  districts: { id: string; name: string; money: number }[]
  conflicts: { firstId: string; secondId: string }[]
}

/** A district without a feasible project takes no part: its money is not spent elsewhere. */
function arrangementOf({ ballot, districts, conflicts }: Arranged, feasible: Feasible[]) {
  const keyOf = new Map(feasible.map(({ id, number }) => [id, String(number)]))
  const parts = districts.map(({ id, name, money }) => ({
    id: name,
    budget: money,
    projects: feasible.filter(({ districtId }) => districtId === id).map(({ number }) => String(number)),
  }))
  return {
    districts: parts.filter(({ projects }) => projects.length > 0),
    districtsPerBallot: ballot,
    incompatible: conflicts.flatMap(({ firstId, secondId }) => {
      const [first, second] = [keyOf.get(firstId), keyOf.get(secondId)]
      return first && second ? [[first, second]] : []
    }),
  }
}
