/** Who may write, change, support and withdraw a proposal, or why not. */
import { canActFor } from '#app/domain/associations/policy'
import { type Actor, canSpeak, type Verdict } from '#app/domain/authorization'
import { isWithin } from '#app/domain/territories/tree'
import type { Stage } from './lifecycle'
import type { FrozenRules } from './rules'

/** What is decided on: plain values of one proposal. */
export type Weighed = {
  stage: Stage
  territoryPath: string
  authorId: string
  /** Those who accepted to write it together */
  coAuthorIds: readonly string[]
  associationId: string | null
  published: boolean
  hidden: boolean
  /** An answer was given once: what was supported by then stays so, also while it is reviewed */
  answered: boolean
  rules: Pick<FrozenRules, 'supporters'> | null
}

type Written = Pick<Weighed, 'authorId' | 'coAuthorIds' | 'associationId' | 'published'>

/**
 * Its author, its co-authors, and whoever acts for its association today: handing over never locks it out. What was
 * published for an association is the association's, and no longer of who wrote it and left.
 */
export function isAuthor(actor: Actor, { authorId, coAuthorIds, associationId, published }: Written): boolean {
  if (actor.kind === 'visitor') return false
  if (coAuthorIds.includes(actor.id)) return true
  if (associationId !== null && canActFor(actor, associationId) === true) return true
  return actor.id === authorId && (associationId === null || !published)
}

/** Drafts exist for their authors alone; what was published stays readable, withdrawn or not. */
export function canRead(actor: Actor, proposal: Weighed): Verdict {
  return proposal.published || isAuthor(actor, proposal) || 'not-found'
}

export function canEditDraft(actor: Actor, proposal: Weighed): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  if (!isAuthor(actor, proposal)) return 'not-found'
  return proposal.stage === 'draft' || 'proposal.not-a-draft'
}

/** The rule set says who starts a proposal here: people who live in the territory, verified associations, or both. */
export function canPropose(
  actor: Actor,
  territoryPath: string,
  associationId: string | null,
  rules: Pick<FrozenRules, 'proposers'>,
): Verdict {
  const speaks = canSpeak(actor)
  if (speaks !== true || actor.kind === 'visitor') return speaks
  if (associationId !== null) {
    const acts = canActFor(actor, associationId)
    if (acts !== true) return acts
    return rules.proposers !== 'residents' || 'proposal.residents-only'
  }
  if (rules.proposers === 'associations') return 'proposal.associations-only'
  return isWithin(actor.homePath, territoryPath) || 'proposal.not-a-resident'
}

export function canPublish(actor: Actor, proposal: Weighed, rules: Pick<FrozenRules, 'proposers'>): Verdict {
  const edits = canEditDraft(actor, proposal)
  if (edits !== true) return edits
  return canPropose(actor, proposal.territoryPath, proposal.associationId, rules)
}

/** An open text may still be changed; once it waits for an answer it stands as it is. */
export function canChange(actor: Actor, proposal: Weighed): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  if (!isAuthor(actor, proposal)) return proposal.published ? 'proposal.not-the-author' : 'not-found'
  if (proposal.hidden) return 'proposal.hidden'
  return proposal.stage === 'open' || 'proposal.not-open'
}

/** The first author, or the association, takes it back until it waits for an answer; co-authors only leave it. */
export function canWithdraw(actor: Actor, proposal: Weighed): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  const owns = isAuthor(actor, { ...proposal, coAuthorIds: [] })
  if (!owns) return canRead(actor, proposal) === true ? 'proposal.not-the-author' : 'not-found'
  return proposal.stage === 'draft' || proposal.stage === 'open' || 'proposal.too-late-to-withdraw'
}

/** People support while it is open and while it waits for its answer; a review concerns that answer, not how many ask. */
export function canSupport(
  actor: Actor,
  proposal: Pick<Weighed, 'stage' | 'territoryPath' | 'hidden' | 'answered' | 'rules' | 'published'>,
): Verdict {
  if (!proposal.published) return 'not-found'
  if (proposal.hidden) return 'proposal.hidden'
  if (proposal.answered) return 'proposal.already-answered'
  if (proposal.stage !== 'open' && proposal.stage !== 'qualified') return 'proposal.not-open'
  const speaks = canSpeak(actor)
  if (speaks !== true || actor.kind === 'visitor') return speaks
  if (proposal.rules?.supporters === 'anyone') return true
  if (actor.homePath === null) return 'proposal.home-unknown'
  return isWithin(actor.homePath, proposal.territoryPath) || 'proposal.support-residents-only'
}

/** Once it has qualified, what was counted stays counted. */
export function canTakeBackSupport(actor: Actor, proposal: Pick<Weighed, 'stage' | 'published'>): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  if (!proposal.published) return 'not-found'
  if (proposal.stage === 'qualified' || proposal.stage === 'answered') return 'proposal.already-counted'
  return proposal.stage === 'open' || 'proposal.not-open'
}

/** Authors call others to write with them while the text can still change. */
export function canInvite(actor: Actor, proposal: Weighed): Verdict {
  return proposal.stage === 'draft' ? canEditDraft(actor, proposal) : canChange(actor, proposal)
}
