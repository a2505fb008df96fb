/** Offices check projects: feasible, to be changed or not feasible, each with a public reason; and what they cost. */
import type { Actor, SignedIn } from '#app/domain/authorization'
import { transaction } from '#app/domain/journal/transaction.server'
import { insist, Refusal } from '#app/domain/refusal'
import { isWithin } from '#app/domain/territories/tree'
import type { CheckGiven } from './forms'
import { canCheck } from './policy'
import { noteProject } from './put-forward.server'
import { holdBudget, reachProject } from './reach.server'

/** A figure given with the finding is written beside the others; without one, the office's last figure stands. */
export async function checkProject(actor: Actor, budgetId: string, number: number, given: CheckGiven) {
  const { feasibility, reason, cost, costWhy } = given
  await transaction(async (tx, note) => {
    await holdBudget(tx, budgetId)
    const project = await reachProject(tx, budgetId, number)
    insist(canCheck(actor, project.budget, project))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    const { id: projectId } = project
    const last = await tx.projectFigure.findFirst({
      where: { projectId, byOffice: true },
      orderBy: { id: 'desc' },
      select: { cost: true },
    })
    insist(feasibility !== 'feasible' || (cost ?? last?.cost ?? null) !== null || 'budget.needs-a-cost')
    if (cost !== null && cost !== last?.cost)
      await tx.projectFigure.create({
        data: { projectId, cost, why: costWhy ?? reason, personId: actor.id, byOffice: true },
        select: { id: true },
      })
    await tx.projectCheck.create({
      data: { projectId, feasibility, reason, personId: actor.id },
      select: { id: true },
    })
    const { count } = await tx.project.updateMany({
      where: { id: projectId, withdrawnAt: null },
      data: { feasibility, cost: cost ?? last?.cost ?? project.cost },
    })
    insist(count === 1 || 'budget.project-withdrawn')
    const checking = officeOf(actor, project.budget.territoryPath)
    await noteProject(note, 'project.checked', actor, { ...project, associationId: null }, { feasibility, ...checking })
  })
}

/** A new figure, with its reason, beside the old ones. */
export async function setCost(actor: Actor, budgetId: string, number: number, cost: number, why: string) {
  await transaction(async (tx, note) => {
    await holdBudget(tx, budgetId)
    const project = await reachProject(tx, budgetId, number)
    insist(canCheck(actor, project.budget, project))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    await tx.projectFigure.create({
      data: { projectId: project.id, cost, why, personId: actor.id, byOffice: true },
      select: { id: true },
    })
    await tx.project.update({ where: { id: project.id }, data: { cost }, select: { id: true } })
    const checking = officeOf(actor, project.budget.territoryPath)
    await noteProject(note, 'project.cost-set', actor, { ...project, associationId: null }, { cost, ...checking })
  })
}

/** It is the office that checks, whoever of its people does it: theirs in this territory, or else above it. */
function officeOf({ seats }: SignedIn, territoryPath: string): Record<string, string> {
  const here = seats.find((seat) => seat.territoryPath === territoryPath)
  const office = here ?? seats.find((seat) => isWithin(territoryPath, seat.territoryPath))
  return office ? { officeId: office.officeId } : {}
}
