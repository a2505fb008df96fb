/** A conversation with what every act in it decides on. */
import type { Tx } from '#app/domain/journal/transaction.server'
import { found } from '#app/domain/refusal'
import { isOpen } from './policy'

export type Reached = { id: string; territoryId: string; territoryPath: string; open: boolean }

type Row = { id: string; territoryId: string; territoryPath: string; closesAt: Date | null; closedAt: Date | null }

export async function reachConversation(tx: Pick<Tx, '$queryRaw'>, id: string, now: Date): Promise<Reached> {
  const [row] = await tx.$queryRaw<Row[]>`
    select c.id, c."territoryId", t.path as "territoryPath", c."closesAt", c."closedAt"
    from "Conversation" c join "Territory" t on t.id = c."territoryId" where c.id = ${id}`
  const { closesAt, closedAt, ...conversation } = found(row)
  return { ...conversation, open: isOpen({ closesAt, closedAt }, now) }
}
