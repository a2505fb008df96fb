/** Who prepares a participatory budget, puts projects forward, changes and checks them; or why not. */
import { canActFor } from '#app/domain/associations/policy'
import { type Actor, canSpeak, hasRole, type Verdict } from '#app/domain/authorization'
import { isWithin } from '#app/domain/territories/tree'
import type { Phase } from './phases'

export type Proposers = 'residents' | 'associations' | 'residentsAndAssociations'
export type Feasibility = 'waiting' | 'feasible' | 'changes' | 'infeasible'

export type Weighed = {
  phase: Phase
  territoryPath: string
  proposers: Proposers
  mostIdeas: number | null
  /** Its vote is being prepared, or has begun */
  hasPoll: boolean
}
export type WeighedProject = {
  authorId: string
  associationId: string | null
  feasibility: Feasibility
  withdrawn: boolean
  hidden: boolean
}

export function canManage(actor: Actor, territoryPath: string): Verdict {
  const speaks = canSpeak(actor)
  if (speaks !== true) return speaks
  return hasRole(actor, 'officer', territoryPath) || 'budget.officers-only'
}

/** Before it is public it exists for the officers of the place alone. */
export function canRead(actor: Actor, { phase, territoryPath }: Pick<Weighed, 'phase' | 'territoryPath'>): Verdict {
  return phase !== 'draft' || canManage(actor, territoryPath) === true || 'not-found'
}

export function canEdit(actor: Actor, budget: Pick<Weighed, 'phase' | 'territoryPath'>): Verdict {
  const reads = canRead(actor, budget)
  if (reads !== true) return reads
  const manages = canManage(actor, budget.territoryPath)
  if (manages !== true) return manages
  return budget.phase === 'draft' || 'budget.rules-are-public'
}

/** Dates move until the vote has its own. */
export function canMoveDates(actor: Actor, budget: Pick<Weighed, 'phase' | 'territoryPath' | 'hasPoll'>): Verdict {
  const manages = canManage(actor, budget.territoryPath)
  if (manages !== true) return manages
  if (budget.phase === 'draft') return 'budget.not-public'
  return !budget.hasPoll || 'budget.vote-is-prepared'
}

/** `own` is how many ideas of this person stand here already. */
export function canPutForward(actor: Actor, budget: Weighed, associationId: string | null, own: number): Verdict {
  const collects = isCollecting(budget.phase)
  if (collects !== true) return collects
  const speaks = canSpeak(actor)
  if (speaks !== true || actor.kind === 'visitor') return speaks
  if (budget.mostIdeas !== null && own >= budget.mostIdeas) return 'budget.enough-ideas'
  if (associationId !== null)
    return budget.proposers === 'residents' ? 'budget.no-associations' : canActFor(actor, associationId)
  if (budget.proposers === 'associations') return 'budget.associations-only'
  return isWithin(actor.homePath, budget.territoryPath) || 'budget.residents-only'
}

function isCollecting(phase: Phase): Verdict {
  if (phase === 'draft') return 'not-found'
  if (phase === 'announced') return 'budget.not-yet-open'
  return phase === 'ideas' || 'budget.ideas-are-over'
}

/** Who put it forward; what was put forward for an association belongs to those who act for it. */
export function isAuthor(actor: Actor, { authorId, associationId }: WeighedProject): boolean {
  if (actor.kind === 'visitor') return false
  return associationId === null ? actor.id === authorId : canActFor(actor, associationId) === true
}

/** While ideas come in, until somebody has judged it; afterwards only when an office has asked for changes. */
export function canChange(actor: Actor, budget: Weighed, project: WeighedProject): Verdict {
  const own = isOwn(actor, budget, project)
  if (own !== true) return own
  if (project.feasibility === 'changes') return true
  if (project.feasibility !== 'waiting') return 'budget.already-checked'
  return budget.phase === 'ideas' || 'budget.ideas-are-over'
}

export function canWithdraw(actor: Actor, budget: Weighed, project: WeighedProject): Verdict {
  return isOwn(actor, budget, project)
}

function isOwn(actor: Actor, budget: Weighed, project: WeighedProject): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  if (!isAuthor(actor, project)) return 'budget.not-yours'
  return isOpenToWork(budget, project)
}

/** Who may change it, or check it, says where it is. */
export function canPlace(actor: Actor, budget: Weighed, project: WeighedProject): Verdict {
  return canCheck(actor, budget, project) === true || canChange(actor, budget, project)
}

/** Officers check from the first idea until the vote is prepared. */
export function canCheck(actor: Actor, budget: Weighed, project: WeighedProject): Verdict {
  const manages = canManage(actor, budget.territoryPath)
  return manages === true ? isOpenToWork(budget, project) : manages
}

function isOpenToWork(
  { phase, hasPoll }: Weighed,
  { withdrawn, hidden }: Pick<WeighedProject, 'withdrawn' | 'hidden'>,
): Verdict {
  if (withdrawn) return 'budget.project-withdrawn'
  if (hidden) return 'budget.project-hidden'
  if (hasPoll) return 'budget.vote-is-prepared'
  return phase === 'ideas' || phase === 'check' || phase === 'ready' || 'budget.vote-is-prepared'
}

/** Proposals come in, and pairs are declared, by the officers of the place. */
export function canArrange(actor: Actor, budget: Weighed): Verdict {
  const manages = canManage(actor, budget.territoryPath)
  return manages === true ? isOpenToWork(budget, { withdrawn: false, hidden: false }) : manages
}

/** Everything is checked, at least two projects are feasible, and no idea comes in any more. */
export function canPrepareVote(
  actor: Actor,
  budget: Weighed,
  { unchecked, feasible }: { unchecked: number; feasible: number },
): Verdict {
  const arranges = canArrange(actor, budget)
  if (arranges !== true) return arranges
  if (budget.phase === 'ideas') return 'budget.ideas-still-come'
  if (unchecked > 0) return 'budget.unchecked-projects'
  return feasible >= 2 || 'budget.needs-two-projects'
}
