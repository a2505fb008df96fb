/** Why somebody may not propose in a territory, under the rules in force there; null when they may. */
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { found } from '#app/domain/refusal'
import { canPropose } from './policy'
import { rulesInForce } from './rules-in-force.server'

export async function refusalToPropose(actor: Actor, territoryId: string, associationId: string | null = null) {
  const { path } = found(await db.territory.findUnique({ where: { id: territoryId }, select: { path: true } }))
  const rules = await rulesInForce(db, territoryId)
  if (!rules) return 'proposal.no-rules'
  const proposes = canPropose(actor, path, associationId, rules)
  return proposes === true ? null : proposes
}
