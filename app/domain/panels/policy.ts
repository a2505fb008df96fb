/** Who prepares a panel, who offers to be in it, and when its ticket is drawn; or why not. */
import { type Actor, canSpeak, hasRole, type Verdict } from '#app/domain/authorization'
import { isWithin } from '#app/domain/territories/tree'

export type Stage = 'draft' | 'gathering' | 'preparing' | 'published' | 'drawn'

/** What is decided on: plain values of one panel. */
export type Weighed = {
  stage: Stage
  territoryPath: string
  gathersTo: Date
  drawsAt: Date
  /** Those who offered themselves do not meet the quotas */
  impossible: boolean
}

export function canMakePanel(actor: Actor, territoryPath: string): Verdict {
  const speaks = canSpeak(actor)
  if (speaks !== true) return speaks
  const makes = hasRole(actor, 'officer', territoryPath) || hasRole(actor, 'facilitator', territoryPath)
  return makes || 'panel.officers-only'
}

export function canManage(actor: Actor, { territoryPath }: Weighed): Verdict {
  return canMakePanel(actor, territoryPath)
}

export function canRead(actor: Actor, panel: Weighed): Verdict {
  return panel.stage !== 'draft' || canManage(actor, panel) === true || 'not-found'
}

export function canEdit(actor: Actor, panel: Weighed): Verdict {
  const manages = canManage(actor, panel)
  if (manages !== true) return panel.stage === 'draft' && manages !== 'sign-in-required' ? 'not-found' : manages
  return panel.stage === 'draft' || 'panel.already-open'
}

/** Seats may still move, in public, until the tickets are published; what people have answered stays. */
export function canChangeQuotas(actor: Actor, panel: Weighed): Verdict {
  const manages = canManage(actor, panel)
  if (manages !== true) return manages
  return panel.stage === 'gathering' || (panel.stage === 'preparing' && panel.impossible) || 'panel.lottery-stands'
}

/** More time to offer oneself: while people gather, or when those who came are not enough. */
export function canExtend(actor: Actor, panel: Weighed): Verdict {
  return canChangeQuotas(actor, panel)
}

export function isGathering({ stage, gathersTo }: Pick<Weighed, 'stage' | 'gathersTo'>, now: Date): boolean {
  return stage === 'gathering' && now < gathersTo
}

/** Whoever lives in the territory and has a confirmed address offers to be drawn. */
export function canVolunteer(actor: Actor, panel: Weighed, now: Date): Verdict {
  if (panel.stage === 'draft') return 'not-found'
  if (!isGathering(panel, now)) return 'panel.not-gathering'
  const speaks = canSpeak(actor)
  if (speaks !== true || actor.kind === 'visitor') return speaks
  return isWithin(actor.homePath, panel.territoryPath) || 'panel.residents-only'
}

/** Once nobody joins any more nobody leaves: the tickets are made for those who are there. */
export function canLeave(actor: Actor, panel: Weighed, now: Date): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  return isGathering(panel, now) || 'panel.not-gathering'
}

/** Not before the hour that was announced: nobody may know the seed when the tickets are published. */
export function canDraw(actor: Actor, panel: Weighed, now: Date): Verdict {
  const manages = canManage(actor, panel)
  if (manages !== true) return manages
  if (panel.stage !== 'published') return panel.stage === 'drawn' ? 'panel.already-drawn' : 'panel.not-published'
  return now >= panel.drawsAt || 'panel.too-early-to-draw'
}
