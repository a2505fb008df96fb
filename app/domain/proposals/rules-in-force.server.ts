/** The rule set in force in a territory: its own, or that of the nearest territory above it; null where nobody has written any yet. */
import type { Tx } from '#app/domain/journal/transaction.server'
import type { FrozenRules } from './rules'

export async function rulesInForce(tx: Pick<Tx, '$queryRaw'>, territoryId: string): Promise<FrozenRules | null> {
  const rows = await tx.$queryRaw<FrozenRules[]>`
    select r.id as "ruleSetId", above.id as "territoryId", above.name as "territoryName", r.version, r.proposers, r.supporters,
      r."thresholdNumber", r."thresholdShare", here.population, r."answerDays", r."reviewDays", r."extensionDays",
      r."editWindowHours", r.act
    from "Territory" here
    join "Territory" above on starts_with(here.path, above.path)
    join "RuleSet" r on r."territoryId" = above.id and r."endedAt" is null
    where here.id = ${territoryId}
    order by length(above.path) desc, r.version desc limit 1`
  return rows[0] ?? null
}
