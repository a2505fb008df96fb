/** Writing a participatory budget, making it public, and moving its dates: a public act with its reason. */
import type { Actor } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import type { BudgetGiven, DatesGiven } from './forms'
import { inOrder } from './phases'
import { canEdit, canManage, canMoveDates } from './policy'
import { holdBudget, reachBudget } from './reach.server'

export async function startBudget(actor: Actor, given: BudgetGiven): Promise<{ id: string }> {
  return transaction(async (tx) => {
    await insistPlace(tx, actor, given.territoryId)
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    const { districts, ...columns } = columnsFrom(given)
    return tx.budget.create({
      data: { ...columns, authorId: actor.id, districts: { create: districts } },
      select: { id: true },
    })
  })
}

export async function saveBudget(actor: Actor, budgetId: string, given: BudgetGiven) {
  await transaction(async (tx) => {
    insist(canEdit(actor, await reachBudget(tx, budgetId)))
    await insistPlace(tx, actor, given.territoryId)
    const { districts, ...columns } = columnsFrom(given)
    const { count } = await tx.budget.updateMany({ where: { id: budgetId, publishedAt: null }, data: columns })
    insist(count === 1 || 'budget.rules-are-public')
    await tx.budgetDistrict.deleteMany({ where: { budgetId } })
    await tx.budgetDistrict.createMany({ data: districts.map((district) => ({ ...district, budgetId })) })
  })
}

export async function publishBudget(actor: Actor, budgetId: string) {
  await transaction(async (tx, note) => {
    const budget = await reachBudget(tx, budgetId)
    insist(canEdit(actor, budget))
    insist(budget.ideasUntil > budget.now || 'budget.ideas-would-be-over')
    const { count } = await tx.budget.updateMany({
      where: { id: budgetId, publishedAt: null },
      data: { publishedAt: budget.now },
    })
    insist(count === 1 || 'budget.rules-are-public')
    await note({ what: 'budget.published', actor, subjectId: budgetId, territoryId: budget.territoryId })
  })
}

/** What was promised stays in the journal beside the reason. */
export async function moveDates(actor: Actor, budgetId: string, { reason, ...dates }: DatesGiven) {
  await transaction(async (tx, note) => {
    await holdBudget(tx, budgetId)
    const budget = await reachBudget(tx, budgetId)
    insist(canMoveDates(actor, budget))
    insist(inOrder(dates))
    await tx.budget.update({ where: { id: budgetId }, data: dates, select: { id: true } })
    const before = Object.fromEntries(
      (Object.keys(dates) as (keyof typeof dates)[])
        .filter((name) => budget[name].getTime() !== dates[name].getTime())
        .map((name) => [name, budget[name].toISOString()]),
    )
    insist(Object.keys(before).length > 0 || 'budget.same-dates')
    await note({
      what: 'budget.dates-moved',
      actor,
      subjectId: budgetId,
      territoryId: budget.territoryId,
      details: { reason, before },
    })
  })
}

async function insistPlace(tx: Tx, actor: Actor, territoryId: string) {
  const place = found(await tx.territory.findUnique({ where: { id: territoryId }, select: { path: true } }))
  insist(canManage(actor, place.path))
}

/** With districts, the money is the sum of theirs. */
function columnsFrom({ districts, money, description, ...given }: BudgetGiven) {
  insist(inOrder(given))
  const named = districts.filter(({ name }) => name !== null)
  insist(new Set(named.map(({ name }) => name)).size === named.length || 'budget.district-twice')
  const parts = named.map(({ name, money: part }, at) => {
    if (name === null || part === null) throw new Refusal('budget.district-without-money')
    return { position: at + 1, name, money: part }
  })
  insist(parts.length !== 1 || 'budget.one-district-is-none')
  const sum = parts.length > 0 ? parts.reduce((all, { money: part }) => all + part, 0) : money
  if (sum === null) throw new Refusal('budget.needs-money', {}, 'money')
  insist(sum <= 1_000_000_000 || 'budget.too-much-money', 'money')
  return { ...given, description: description ?? '', money: sum, districts: parts }
}
