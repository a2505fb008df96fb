/** The acts on territories: a new version of the rule set, the feast of the patron saint. */
import type { z } from 'zod'
import type { Actor } from '#app/domain/authorization'
import { transaction } from '#app/domain/journal/transaction.server'
import { found, insist } from '#app/domain/refusal'
import type { PatronForm, RuleSetForm } from './forms'
import { canChangeRules } from './policy'

/** Adds a version; what is already open keeps the rules it opened with. */
export async function changeRules(actor: Actor, slug: string, values: z.output<typeof RuleSetForm>) {
  return transaction(async (tx, note) => {
    const territory = found(await tx.territory.findUnique({ where: { slug }, select: { id: true, path: true } }))
    insist(canChangeRules(actor, territory.path))
    insist(
      (values.thresholdNumber === undefined) !== (values.thresholdShare === undefined) || 'territory.one-threshold',
    )
    await tx.$queryRaw`select id from "Territory" where id = ${territory.id} for update`
    const last = await tx.ruleSet.findFirst({
      where: { territoryId: territory.id },
      orderBy: { version: 'desc' },
      select: { version: true },
    })
    const version = (last?.version ?? 0) + 1
    await tx.ruleSet.create({
      data: {
        ...values,
        thresholdNumber: values.thresholdNumber ?? null,
        thresholdShare: values.thresholdShare ?? null,
        territoryId: territory.id,
        version,
        createdById: actor.kind === 'person' ? actor.id : null,
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
