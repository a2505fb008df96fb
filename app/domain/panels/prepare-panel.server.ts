/** A panel is prepared and opened; its quotas move in public until the tickets are published. */
import { randomBytes } from 'node:crypto'
import { Prisma } from '#app/db/generated/client'
import type { Actor } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import type { Feature } from '#app/domain/voting/sortition/pool'
import { canAdd, isSound } from './features'
import type { FeatureGiven, PanelGiven } from './forms'
import { canChangeQuotas, canEdit, canExtend, canMakePanel } from './policy'
import { type Reached, reachPanel } from './reach-panel.server'

export async function startPanel(actor: Actor, given: PanelGiven, now: Date = new Date()) {
  return transaction(async (tx) => {
    const place = found(
      await tx.territory.findUnique({ where: { id: given.territoryId }, select: { id: true, path: true } }),
    )
    insist(canMakePanel(actor, place.path))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    insistOnDates(given, now)
    return tx.panel.create({
      data: { ...written(given), authorId: actor.id, seed: randomBytes(16).toString('hex'), createdAt: now },
      select: { id: true },
    })
  })
}

export async function changePanel(actor: Actor, panelId: string, given: PanelGiven, now: Date = new Date()) {
  await transaction(async (tx) => {
    insist(canEdit(actor, await reachPanel(tx, panelId)))
    const place = found(await tx.territory.findUnique({ where: { id: given.territoryId }, select: { path: true } }))
    insist(canMakePanel(actor, place.path))
    insistOnDates(given, now)
    await tx.panel.update({ where: { id: panelId }, data: written(given), select: { id: true } })
  })
}

export async function addFeature(actor: Actor, panelId: string, { name, values }: FeatureGiven) {
  await transaction(async (tx) => {
    const panel = await reachPanel(tx, panelId)
    insist(canEdit(actor, panel))
    const feature = { name, quotas: values }
    insist(canAdd(panel.features, feature, panel.seats))
    await keep(tx, panelId, [...panel.features, feature])
  })
}

export async function removeFeature(actor: Actor, panelId: string, place: number) {
  await transaction(async (tx) => {
    const panel = await reachPanel(tx, panelId)
    insist(canEdit(actor, panel))
    await keep(tx, panelId, panel.features.toSpliced(place, 1))
  })
}

/** From here on people offer themselves, and features and their values stand. */
export async function openPanel(actor: Actor, panelId: string, now: Date = new Date()) {
  await transaction(async (tx, note) => {
    const panel = await reachPanel(tx, panelId)
    insist(canEdit(actor, panel))
    insist(panel.features.length > 0 || 'panel.no-feature')
    for (const feature of panel.features) insist(isSound(feature, panel.seats))
    insistOnDates(panel, now)
    const { count } = await tx.panel.updateMany({
      where: { id: panelId, stage: 'draft' },
      data: { stage: 'gathering' },
    })
    insist(count === 1 || 'panel.already-open')
    await note({ what: 'panel.opened', actor, subjectId: panelId, territoryId: panel.territoryId })
  })
}

/** `bounds` in the order of features and values; values themselves stay as people have answered them. */
export async function changeQuotas(actor: Actor, panelId: string, bounds: readonly { min: number; max: number }[]) {
  await transaction(async (tx, note) => {
    const panel = await reachPanel(tx, panelId)
    insist(canChangeQuotas(actor, panel))
    const wanted = panel.features.reduce((sum, { quotas }) => sum + quotas.length, 0)
    insist(bounds.length === wanted || 'panel.quotas-incomplete')
    const left = [...bounds]
    const features = panel.features.map(
      ({ name, quotas }): Feature => ({
        name,
        quotas: quotas.map(({ value }) => ({ value, ...(left.shift() ?? { min: 0, max: 0 }) })),
      }),
    )
    for (const feature of features) insist(isSound(feature, panel.seats))
    await keep(tx, panelId, features)
    await note({
      what: 'panel.changed',
      actor,
      subjectId: panelId,
      territoryId: panel.territoryId,
      details: { changed: 'quotas' },
    })
  })
}

/** Opens the doors again, or keeps them open longer. */
export async function extendPanel(
  actor: Actor,
  panelId: string,
  dates: { gathersTo: Date; drawsAt: Date },
  now: Date = new Date(),
) {
  await transaction(async (tx, note) => {
    const panel = await reachPanel(tx, panelId)
    insist(canExtend(actor, panel))
    insist(dates.gathersTo > panel.gathersTo || 'panel.only-later')
    insistOnDates(dates, now)
    await tx.panel.update({
      where: { id: panelId },
      data: { ...dates, stage: 'gathering', why: Prisma.DbNull },
      select: { id: true },
    })
    await note({
      what: 'panel.changed',
      actor,
      subjectId: panelId,
      territoryId: panel.territoryId,
      details: { changed: 'dates' },
    })
  })
}

async function keep(tx: Tx, id: string, features: readonly Feature[]) {
  const kept = features.map(({ name, quotas }) => ({ name, quotas: quotas.map((quota) => ({ ...quota })) }))
  await tx.panel.update({ where: { id }, data: { features: kept, why: Prisma.DbNull }, select: { id: true } })
}

function written({ description, ...given }: PanelGiven) {
  return { ...given, description: description ?? '' }
}

function insistOnDates({ gathersTo, drawsAt }: Pick<Reached, 'gathersTo' | 'drawsAt'>, now: Date) {
  insist(gathersTo > now || 'panel.ends-in-the-past')
  insist(drawsAt > gathersTo || 'panel.draws-too-soon')
}
