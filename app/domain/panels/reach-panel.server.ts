/** A panel with what every act on it decides on. */
import type { Tx } from '#app/domain/journal/transaction.server'
import { found } from '#app/domain/refusal'
import type { Feature } from '#app/domain/voting/sortition/pool'
import { featuresFrom } from './features'
import type { Stage, Weighed } from './policy'

export type Reached = Weighed & { id: string; territoryId: string; seats: number; seed: string; features: Feature[] }

type Row = Omit<Reached, 'features'> & { stage: Stage; features: unknown }

/** Locked until the act ends, so that nobody joins while tickets are made. */
export async function reachPanel(tx: Pick<Tx, '$queryRaw'>, id: string): Promise<Reached> {
  const [row] = await tx.$queryRaw<Row[]>`
    select p.id, p."territoryId", t.path as "territoryPath", p.stage, p.seats, p.seed, p.features, p."gathersTo", p."drawsAt",
      p.why is not null as impossible
    from "Panel" p join "Territory" t on t.id = p."territoryId" where p.id = ${id} for update of p`
  const panel = found(row)
  return { ...panel, features: featuresFrom(panel.features) }
}
