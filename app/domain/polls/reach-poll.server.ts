/** A poll with what every act on it decides on, and the database's own hour. */
import type { Tx } from '#app/domain/journal/transaction.server'
import { found } from '#app/domain/refusal'
import type { Stage } from './lifecycle'
import type { RuleName } from './rules'
import { type Terms, termsFrom } from './terms'

export type ReachedPoll = {
  id: string
  territoryId: string
  territoryPath: string
  associationId: string | null
  stage: Stage
  rule: RuleName
  round: number
  opensAt: Date | null
  closesAt: Date | null
  terms: Terms | null
  now: Date
}

type Row = Omit<ReachedPoll, 'terms'> & { frozen: unknown }

export async function reachPoll(tx: Pick<Tx, '$queryRaw'>, pollId: string): Promise<ReachedPoll> {
  const [row] = await tx.$queryRaw<Row[]>`
    select p.id, p."territoryId", t.path as "territoryPath", p."associationId", p.stage, p.rule, p.round, p."opensAt", p."closesAt",
      p.frozen, clock_timestamp() as now
    from "Poll" p join "Territory" t on t.id = p."territoryId" where p.id = ${pollId}`
  const { frozen, ...poll } = found(row)
  return { ...poll, terms: termsFrom(frozen) }
}
