/** The acts on territories: a new version of the rule set, or none of its own any more; the feast of the patron saint. */
import type { z } from 'zod'
import type { Actor } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import type { PatronForm, RuleSetForm, TakeBackForm } from './forms'
import { canChangeRules } from './policy'
import { rulesAbove, rulesInForce } from './queries.server'
import { saysAnother } from './rule-changes'

/** Adds a version; what is already open keeps the rules it opened with. */
export async function changeRules(
  actor: Actor,
  slug: string,
  values: z.output<typeof RuleSetForm>,
  now: Date = new Date(),
) {
  return transaction(async (tx, note) => {
    const territory = await heldForRules(tx, actor, slug)
    const { thresholdNumber = null, thresholdShare = null } = values
    insist(thresholdNumber !== null || thresholdShare !== null || 'territory.threshold-missing', 'thresholdNumber')
    insist(thresholdNumber === null || thresholdShare === null || 'territory.one-threshold', 'thresholdShare')
    const rules = { ...values, thresholdNumber, thresholdShare }
    insist(saysAnother(await rulesInForce(territory.path, tx), rules) || 'territory.same-rules')
    const last = await tx.ruleSet.findFirst({
      where: { territoryId: territory.id },
      orderBy: { version: 'desc' },
      select: { version: true },
    })
    const version = (last?.version ?? 0) + 1
    await tx.ruleSet.updateMany({ where: { territoryId: territory.id, endedAt: null }, data: { endedAt: now } })
    await tx.ruleSet.create({
      data: {
        ...rules,
        territoryId: territory.id,
        version,
        createdById: actor.kind === 'person' ? actor.id : null,
        createdAt: now,
      },
      select: { id: true },
    })
    await note({
      what: 'territory.rules-changed',
      actor,
      subjectId: territory.id,
      territoryId: territory.id,
      details: { version },
    })
    return version
  })
}

/** The territory inherits again from now on; what is already open keeps the rules it opened with. */
export async function takeBackRules(
  actor: Actor,
  slug: string,
  { reason }: z.output<typeof TakeBackForm>,
  now: Date = new Date(),
) {
  await transaction(async (tx, note) => {
    const territory = await heldForRules(tx, actor, slug)
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    const own = await tx.ruleSet.findFirst({
      where: { territoryId: territory.id, endedAt: null },
      orderBy: { version: 'desc' },
      select: { id: true, version: true },
    })
    if (!own) throw new Refusal('territory.rules-are-inherited')
    insist((await rulesAbove(territory.path, tx)) !== null || 'territory.nothing-to-inherit')
    await tx.ruleSet.update({
      where: { id: own.id },
      data: { endedAt: now, takenBackById: actor.id, takenBackFor: reason },
      select: { id: true },
    })
    await note({
      what: 'territory.rules-taken-back',
      actor,
      subjectId: territory.id,
      territoryId: territory.id,
      details: { version: own.version },
    })
  })
}

/** The territory whose rules this actor may write; until the end of the act nobody else writes them. */
async function heldForRules(tx: Tx, actor: Actor, slug: string) {
  const territory = found(await tx.territory.findUnique({ where: { slug }, select: { id: true, path: true } }))
  insist(canChangeRules(actor, territory.path))
  await tx.$queryRaw`select id from "Territory" where id = ${territory.id} for update`
  return territory
}

/** A day on which nobody works in the comune: it counts for the clocks that start from now on. */
export async function changePatron(
  actor: Actor,
  slug: string,
  { patronName, day, month }: z.output<typeof PatronForm>,
) {
  await transaction(async (tx, note) => {
    const territory = found(await tx.territory.findUnique({ where: { slug }, select: { id: true, path: true } }))
    insist(canChangeRules(actor, territory.path))
    const two = (number: number) => String(number).padStart(2, '0')
    const patronFeast = day && month ? `${two(month)}-${two(day)}` : null
    await tx.territory.update({
      where: { id: territory.id },
      data: { patronName: patronFeast ? patronName : null, patronFeast },
      select: { id: true },
    })
    await note({
      what: 'territory.patron-changed',
      actor,
      subjectId: territory.id,
      territoryId: territory.id,
      details: patronFeast ? { patronFeast } : {},
    })
  })
}
