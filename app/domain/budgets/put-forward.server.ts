/** Projects come in: ideas of residents and associations, and proposals that are taken in. */
import type { Actor } from '#app/domain/authorization'
import { type Noting, type Tx, transaction } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import { isWithin } from '#app/domain/territories/tree'
import type { ProjectGiven } from './forms'
import { canArrange, canChange, canPutForward, canWithdraw } from './policy'
import { holdBudget, type ReachedBudget, type ReachedProject, reachBudget, reachProject } from './reach.server'

export async function putForward(actor: Actor, budgetId: string, given: ProjectGiven): Promise<{ number: number }> {
  return transaction(async (tx, note) => {
    // Two tabs of one person take turns, so that nobody has more ideas than the rule says
    await holdBudget(tx, budgetId)
    const budget = await reachBudget(tx, budgetId)
    insist(canPutForward(actor, budget, given.associationId, await ideasOf(tx, actor, budgetId)))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    await insistPlace(tx, budget, given)
    await insistTitle(tx, budgetId, given.title)
    const { cost, costWhy, ...columns } = given
    const number = await nextNumber(tx, budgetId)
    const { id } = await tx.project.create({
      data: { ...columns, budgetId, number, authorId: actor.id, cost },
      select: { id: true },
    })
    if (cost !== null)
      await tx.projectFigure.create({
        data: { projectId: id, cost, why: costWhy ?? '', personId: actor.id, byOffice: false },
        select: { id: true },
      })
    const { associationId } = given
    await noteProject(note, 'project.put-forward', actor, { id, number, associationId, budget })
    return { number }
  })
}

/** An office that asked for changes looks at it again. */
export async function changeProject(actor: Actor, budgetId: string, number: number, given: ProjectGiven) {
  await transaction(async (tx, note) => {
    await holdBudget(tx, budgetId)
    const project = await reachProject(tx, budgetId, number)
    insist(canChange(actor, project.budget, project))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    await insistPlace(tx, project.budget, given)
    await insistTitle(tx, budgetId, given.title, project.id)
    const { cost, costWhy, associationId: _, ...columns } = given
    const { count } = await tx.project.updateMany({
      where: { id: project.id, feasibility: { in: ['waiting', 'changes'] }, withdrawnAt: null },
      data: { ...columns, feasibility: 'waiting', ...(cost !== null && { cost }) },
    })
    insist(count === 1 || 'budget.already-checked')
    if (cost !== null && cost !== project.cost)
      await tx.projectFigure.create({
        data: { projectId: project.id, cost, why: costWhy ?? '', personId: actor.id, byOffice: false },
        select: { id: true },
      })
    await noteProject(note, 'project.changed', actor, project)
  })
}

export async function withdrawProject(actor: Actor, budgetId: string, number: number) {
  await transaction(async (tx, note) => {
    await holdBudget(tx, budgetId)
    const project = await reachProject(tx, budgetId, number)
    insist(canWithdraw(actor, project.budget, project))
    const { count } = await tx.project.updateMany({
      where: { id: project.id, withdrawnAt: null },
      data: { withdrawnAt: project.budget.now },
    })
    insist(count === 1 || 'budget.project-withdrawn')
    await tx.projectConflict.deleteMany({ where: { OR: [{ firstId: project.id }, { secondId: project.id }] } })
    await noteProject(note, 'project.withdrawn', actor, project)
  })
}

type TakenIn = { proposalId: string; districtId: string | null; place: string }

/** A published proposal of the place becomes a project: its author's, with a link back. */
export async function takeIn(actor: Actor, budgetId: string, given: TakenIn): Promise<{ number: number }> {
  return transaction(async (tx, note) => {
    await holdBudget(tx, budgetId)
    const budget = await reachBudget(tx, budgetId)
    insist(canArrange(actor, budget))
    await insistPlace(tx, budget, given)
    const proposal = found(
      await tx.proposal.findUnique({
        where: { id: given.proposalId, publishedAt: { not: null }, hiddenAt: null },
        select: {
          title: true,
          excerpt: true,
          language: true,
          authorId: true,
          associationId: true,
          territory: { select: { path: true } },
          projects: { where: { budgetId }, select: { number: true } },
        },
      }),
    )
    insist(isWithin(proposal.territory?.path ?? null, budget.territoryPath) || 'not-found')
    insist(proposal.projects.length === 0 || 'budget.already-taken-in')
    await insistTitle(tx, budgetId, proposal.title)
    const { title, excerpt, language, authorId, associationId } = proposal
    const number = await nextNumber(tx, budgetId)
    const { id } = await tx.project.create({
      data: { ...given, budgetId, number, title, text: excerpt, language, authorId: found(authorId), associationId },
      select: { id: true },
    })
    await tx.lifeLink.create({
      data: { fromKind: 'proposal', fromId: given.proposalId, toKind: 'project', toId: id },
      select: { at: true },
    })
    await noteProject(note, 'project.taken-in', actor, { id, number, associationId: null, budget })
    return { number }
  })
}

export async function ideasOf(tx: Pick<Tx, 'project'>, actor: Actor, budgetId: string): Promise<number> {
  if (actor.kind === 'visitor') return 0
  return tx.project.count({ where: { budgetId, authorId: actor.id, proposalId: null, withdrawnAt: null } })
}

/** A budget with districts has no project outside them. */
async function insistPlace(tx: Tx, { id }: ReachedBudget, { districtId }: { districtId: string | null }) {
  const districts = await tx.budgetDistrict.findMany({ where: { budgetId: id }, select: { id: true } })
  if (districts.length === 0) insist(districtId === null || 'budget.no-such-district')
  else if (districtId === null) throw new Refusal('budget.choose-a-district', {}, 'districtId')
  else insist(districts.some((district) => district.id === districtId) || 'budget.no-such-district')
}

/** No two projects of one budget have the same title: nobody could tell them apart on a ballot. */
async function insistTitle(tx: Tx, budgetId: string, title: string, ownId = '') {
  const [twin] = await tx.$queryRaw<{ title: string }[]>`
    select title from "Project" where "budgetId" = ${budgetId} and id <> ${ownId}
      and lower(trim(title)) = lower(trim(${title})) and "withdrawnAt" is null and "hiddenAt" is null limit 1`
  if (twin) throw new Refusal('budget.same-title', { title: twin.title })
}

async function nextNumber(tx: Tx, budgetId: string): Promise<number> {
  const { lastNumber } = await tx.budget.update({
    where: { id: budgetId },
    data: { lastNumber: { increment: 1 } },
    select: { lastNumber: true },
  })
  insist(lastNumber <= 10_000 || 'budget.too-many-projects')
  return lastNumber
}

type Noted = Pick<ReachedProject, 'id' | 'number' | 'associationId' | 'budget'>
type ProjectAct = Extract<Parameters<Noting>[0]['what'], `project.${string}`>

export async function noteProject(
  note: Noting,
  what: ProjectAct,
  actor: Actor,
  { id, number, associationId, budget }: Noted,
  details: Record<string, string | number> = {},
) {
  const { id: subjectId, territoryId } = budget
  await note({ what, actor, subjectId, territoryId, associationId, details: { ...details, projectId: id, number } })
}
