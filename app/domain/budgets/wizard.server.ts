/** What the forms about a budget need: the places one may ask in, the draft, proposals that can be taken in. */
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { found, insist } from '#app/domain/refusal'
import type { Ring } from '#app/domain/territories/map'
import { placeMap } from './place-map'
import { canArrange, canEdit, canPutForward } from './policy'
import { ideasOf } from './put-forward.server'
import { reachBudget } from './reach.server'

export async function draftBudget(actor: Actor, budgetId: string) {
  insist(canEdit(actor, await reachBudget(db, budgetId)))
  return found(
    await db.budget.findUnique({
      where: { id: budgetId },
      select: {
        id: true,
        territoryId: true,
        language: true,
        title: true,
        description: true,
        act: true,
        money: true,
        proposers: true,
        mostIdeas: true,
        ballot: true,
        ideasFrom: true,
        ideasUntil: true,
        checkUntil: true,
        voteFrom: true,
        voteUntil: true,
        districts: { orderBy: { position: 'asc' }, select: { name: true, money: true } },
      },
    }),
  )
}
export type DraftBudget = Awaited<ReturnType<typeof draftBudget>>

/** A form for an idea, for who may put one forward in their own name or in an association's. */
export async function ideaForm(actor: Actor, budgetId: string, associationIds: readonly string[]) {
  const budget = await reachBudget(db, budgetId)
  const own = await ideasOf(db, actor, budgetId)
  const oneself = canPutForward(actor, budget, null, own)
  const others = associationIds.some((id) => canPutForward(actor, budget, id, own) === true)
  insist(others || oneself)
  return { ...(await placesOf(budgetId)), oneself: oneself === true }
}

export async function placesOf(budgetId: string) {
  const { territory, ...budget } = found(
    await db.budget.findUnique({
      where: { id: budgetId },
      select: {
        id: true,
        title: true,
        language: true,
        ballot: true,
        districts: { orderBy: { position: 'asc' }, select: { id: true, name: true } },
        territory: { select: { latitude: true, longitude: true, border: true } },
      },
    }),
  )
  return { ...budget, map: placeMap({ ...territory, border: territory.border as Ring[] | null }, []) }
}

/** Published proposals of the place that are not in yet, most supported first. */
export async function proposalsToTakeIn(actor: Actor, budgetId: string) {
  const budget = await reachBudget(db, budgetId)
  insist(canArrange(actor, budget))
  const proposals = await db.proposal.findMany({
    where: {
      territory: { path: { startsWith: budget.territoryPath } },
      publishedAt: { not: null },
      hiddenAt: null,
      stage: { in: ['open', 'qualified', 'answered'] },
      projects: { none: { budgetId } },
    },
    orderBy: [{ supportCount: 'desc' }, { id: 'asc' }],
    take: 50,
    select: { id: true, title: true },
  })
  return { ...(await placesOf(budgetId)), proposals }
}

/** The budget that a poll decides, if any, with its projects by their number. */
export async function budgetOfPoll(pollId: string) {
  return db.budget.findUnique({ where: { pollId }, select: { id: true, title: true, language: true } })
}
