/** Pairs of projects that cannot both be built: the count funds at most one of them. */
import type { Actor } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { insist, Refusal } from '#app/domain/refusal'
import { canArrange } from './policy'
import { holdBudget, reachBudget, reachProject } from './reach.server'

type Pair = { first: number; second: number }

export async function declareConflict(actor: Actor, budgetId: string, { reason, ...pair }: Pair & { reason: string }) {
  await transaction(async (tx, note) => {
    const { budget, firstId, secondId, districts } = await reachPair(tx, actor, budgetId, pair)
    // Each district counts alone: a pair across two of them could not be kept apart
    insist(districts.size === 1 || 'budget.pair-across-districts')
    const { count } = await tx.projectConflict.createMany({
      data: [{ budgetId, firstId, secondId, reason }],
      skipDuplicates: true,
    })
    insist(count === 1 || 'budget.pair-known')
    const { territoryId } = budget
    await note({ what: 'project.paired', actor, subjectId: budgetId, territoryId, details: { ...pair, reason } })
  })
}

export async function endConflict(actor: Actor, budgetId: string, pair: Pair) {
  await transaction(async (tx, note) => {
    const { budget, firstId, secondId } = await reachPair(tx, actor, budgetId, pair)
    const { count } = await tx.projectConflict.deleteMany({ where: { firstId, secondId } })
    insist(count === 1 || 'not-found')
    const { territoryId } = budget
    await note({ what: 'project.unpaired', actor, subjectId: budgetId, territoryId, details: pair })
  })
}

async function reachPair(tx: Tx, actor: Actor, budgetId: string, { first, second }: Pair) {
  await holdBudget(tx, budgetId)
  const budget = await reachBudget(tx, budgetId)
  insist(canArrange(actor, budget))
  insist(first !== second || 'budget.pair-of-one')
  const projects = [await reachProject(tx, budgetId, first), await reachProject(tx, budgetId, second)]
  insist(projects.every(({ withdrawn }) => !withdrawn) || 'budget.project-withdrawn')
  const [firstId, secondId] = projects.map(({ id }) => id).sort()
  if (!firstId || !secondId) throw new Refusal('not-found')
  return { budget, firstId, secondId, districts: new Set(projects.map(({ districtId }) => districtId)) }
}
