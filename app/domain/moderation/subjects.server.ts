/** What can be reported: a comment, a proposal, or a project of a budget; each with its words, its authors and its place. */
import { Prisma } from '#app/db/generated/client'
import type { Tx } from '#app/domain/journal/transaction.server'
import { found } from '#app/domain/refusal'
import type { JudgedKind } from './forms'
import type { Judged } from './policy'

export type JudgedSubject = { kind: JudgedKind; id: string }

/** Rows to join laterally, of a subject's kind and id: one, or none. */
export const saidOf = (kind: Prisma.Sql, id: Prisma.Sql) => Prisma.sql`(
  select p.id as "lineId", '/proposals/' || p.id || '#comment-' || c.id as place, null::int as number, p.title, c.text,
    c.language, p."territoryId", c."authorId", null::text[] as "coAuthorIds",
    c."withdrawnAt" is null and p."publishedAt" is not null as visible, c."hiddenAt" is not null as hidden
  from "Comment" c join "Proposal" p on c."subjectKind" = 'proposal' and p.id = c."subjectId"
  where ${kind} = 'comment' and c.id = ${id}
  union all
  select p.id, '/proposals/' || p.id, null, p.title, p.excerpt, p.language, p."territoryId", p."authorId",
    (select array_agg(c."personId") from "CoAuthor" c
      where c."proposalId" = p.id and c."acceptedAt" is not null and c."endedAt" is null),
    p."publishedAt" is not null, p."hiddenAt" is not null
  from "Proposal" p where ${kind} = 'proposal' and p.id = ${id}
  union all
  select b.id, '/budgets/' || b.id || '/projects/' || j.number, j.number, j.title, j.text, j.language, b."territoryId",
    j."authorId", null, j."withdrawnAt" is null and b."publishedAt" is not null, j."hiddenAt" is not null
  from "Project" j join "Budget" b on b.id = j."budgetId" where ${kind} = 'project' and j.id = ${id})`

/** Those who moderate a place today: the role is held there or above. */
export const moderatorsOf = (path: Prisma.Sql) => Prisma.sql`array(
  select r."personId" from "Role" r join "Territory" above on above.id = r."territoryId"
  where r.kind = 'moderator' and r."startsOn" <= current_date and (r."endsOn" is null or r."endsOn" >= current_date)
    and ${path} like above.path || '%')`

type Said = Omit<Judged, 'authorIds'> & {
  /** The proposal or the budget whose life line the act belongs to */
  lineId: string
  /** The address where it stands */
  place: string
  /** Of a project, within its budget */
  number: number | null
  title: string
  text: string
  language: string
  territoryId: string
}
export type Reached = Said & { authorIds: string[] }

export async function judged(tx: Pick<Tx, '$queryRaw'>, { kind, id }: JudgedSubject): Promise<Reached> {
  const rows = await tx.$queryRaw<(Said & { authorId: string; coAuthorIds: string[] | null })[]>`
    select said.*, t.path as "territoryPath", ${moderatorsOf(Prisma.sql`t.path`)} as "moderatorIds"
    from ${saidOf(Prisma.sql`${kind}`, Prisma.sql`${id}`)} said join "Territory" t on t.id = said."territoryId"`
  const { authorId, coAuthorIds, ...said } = found(rows[0])
  return { ...said, authorIds: [authorId, ...(coAuthorIds ?? [])] }
}

/** As a moderator reads it: a comment stands alone, the others begin with their title. */
export function wordsOf(kind: JudgedKind, { title, text }: Pick<Said, 'title' | 'text'>) {
  return kind === 'comment' ? text : `${title} — ${text}`
}

/** Shows or hides it; false when somebody else was quicker. */
export async function setHidden(tx: Tx, { kind, id }: JudgedSubject, at: Date | null): Promise<boolean> {
  const change = { where: { id, hiddenAt: at ? null : { not: null } }, data: { hiddenAt: at } }
  const { count } = await hiders[kind](tx, change)
  return count === 1
}

type Change = { where: { id: string; hiddenAt: { not: null } | null }; data: { hiddenAt: Date | null } }

const hiders: Record<JudgedKind, (tx: Tx, change: Change) => Promise<{ count: number }>> = {
  comment: (tx, change) => tx.comment.updateMany(change),
  proposal: (tx, change) => tx.proposal.updateMany(change),
  project: (tx, change) => tx.project.updateMany(change),
}
