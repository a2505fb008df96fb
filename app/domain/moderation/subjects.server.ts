/** What can be reported: a comment or a proposal, with its authors and its place. */
import type { Tx } from '#app/domain/journal/transaction.server'
import { found } from '#app/domain/refusal'
import type { JudgedKind } from './forms'
import type { Judged } from './policy'

export type JudgedSubject = { kind: JudgedKind; id: string }
/** The proposal whose life line the act belongs to stands beside it. */
export type Reached = Judged & { proposalId: string; territoryId: string }

type Row = Omit<Reached, 'authorIds'> & { authorId: string; coAuthorIds: string[] | null }

export async function judged(tx: Pick<Tx, '$queryRaw'>, { kind, id }: JudgedSubject): Promise<Reached> {
  const { authorId, coAuthorIds, ...row } = found(kind === 'comment' ? await comment(tx, id) : await proposal(tx, id))
  return { ...row, authorIds: [authorId, ...(coAuthorIds ?? [])] }
}

async function comment(tx: Pick<Tx, '$queryRaw'>, id: string) {
  const [row] = await tx.$queryRaw<Row[]>`
    select c."authorId", null::text[] as "coAuthorIds", p.id as "proposalId", t.id as "territoryId", t.path as "territoryPath",
      c."withdrawnAt" is null and p."publishedAt" is not null as visible, c."hiddenAt" is not null as hidden
    from "Comment" c
    join "Proposal" p on c."subjectKind" = 'proposal' and p.id = c."subjectId"
    join "Territory" t on t.id = p."territoryId"
    where c.id = ${id}`
  return row
}

async function proposal(tx: Pick<Tx, '$queryRaw'>, id: string) {
  const [row] = await tx.$queryRaw<Row[]>`
    select p."authorId", p.id as "proposalId", t.id as "territoryId", t.path as "territoryPath",
      (select array_agg(c."personId") from "CoAuthor" c
        where c."proposalId" = p.id and c."acceptedAt" is not null and c."endedAt" is null) as "coAuthorIds",
      p."publishedAt" is not null as visible, p."hiddenAt" is not null as hidden
    from "Proposal" p join "Territory" t on t.id = p."territoryId"
    where p.id = ${id}`
  return row
}

/** Shows or hides it; false when somebody else was quicker. */
export async function setHidden(tx: Tx, { kind, id }: JudgedSubject, at: Date | null): Promise<boolean> {
  const change = { where: { id, hiddenAt: at ? null : { not: null } }, data: { hiddenAt: at } }
  const { count } = kind === 'comment' ? await tx.comment.updateMany(change) : await tx.proposal.updateMany(change)
  return count === 1
}
