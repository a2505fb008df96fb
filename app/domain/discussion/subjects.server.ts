/** What can be discussed, and how its discussion stands. */
import type { Tx } from '#app/domain/journal/transaction.server'
import { found } from '#app/domain/refusal'
import type { Discussed } from './policy'

export type DiscussedKind = 'proposal'
export type Subject = { kind: DiscussedKind; id: string }
export type DiscussedSubject = Discussed & { territoryId: string; territoryPath: string }

type Row = { visible: boolean; open: boolean; territoryId: string; territoryPath: string }

/** A proposal is discussed from its publication until it is archived or withdrawn. */
export async function discussed(tx: Pick<Tx, '$queryRaw'>, { id }: Subject): Promise<DiscussedSubject> {
  const [row] = await tx.$queryRaw<Row[]>`
    select p."publishedAt" is not null and p."hiddenAt" is null as visible, p.stage in ('open', 'qualified', 'answered') as open,
      t.id as "territoryId", t.path as "territoryPath"
    from "Proposal" p join "Territory" t on t.id = p."territoryId" where p.id = ${id}`
  return found(row)
}

/** The subject keeps the number of its comments, so that no page has to count them. */
export async function countComment(tx: Tx, { id }: Subject) {
  await tx.$executeRaw`update "Proposal" set "commentCount" = "commentCount" + 1 where id = ${id}`
}
