/** The journal, read: a territory's activity. */
import { db } from '#app/db/client.server'
import { publicKinds, type SubjectKind, type What } from './entries'

export type PublicEntry = {
  id: string
  what: What
  at: Date
  subjectKind: SubjectKind
  subjectId: string
  number: number
  who: { name: string; associationName: string | null } | null
  details: Record<string, unknown> | null
}

/** With the name of what it is about, where everybody may read it. */
export type Happening = PublicEntry & { title: string | null }

type Row = Omit<PublicEntry, 'id' | 'who'> & { id: bigint; name: string | null; associationName: string | null }

/** What happened in a territory and below it, newest first, page by key. */
export async function activityOf(territoryPath: string, before?: string, limit = 20): Promise<Happening[]> {
  const key = before && /^\d{1,18}$/.test(before) ? BigInt(before) : null
  const rows = await db.$queryRaw<(Row & { title: string | null })[]>`
    select e.id, e.what, e.at, e."subjectKind", e."subjectId", e.number, e.details,
      case when p."showsRealName" then coalesce(p."realName", p.pseudonym) else p.pseudonym end as name,
      a.name as "associationName", coalesce(about.title, verified.name, asked.title, drawing.title, spent.title) as title
    from "Entry" e
    join "Territory" t on t.id = e."territoryId"
    left join "Person" p on p.id = e."actorId"
    left join "Association" a on a.id = e."associationId"
    left join "Proposal" about on e."subjectKind" = 'proposal' and about.id = e."subjectId" and about."hiddenAt" is null
    left join "Association" verified
      on e."subjectKind" = 'association' and verified.id = e."subjectId" and verified.verification = 'verified'
    left join "Conversation" asked on e."subjectKind" = 'opinions' and asked.id = e."subjectId"
    left join "Panel" drawing on e."subjectKind" = 'panel' and drawing.id = e."subjectId"
    left join "Budget" spent on e."subjectKind" = 'budget' and spent.id = e."subjectId"
    where t.path like ${`${territoryPath}%`} and e.what = any(${publicKinds})
      and (${key}::bigint is null or e.id < ${key})
    order by e.id desc limit ${limit}`
  return rows.map(({ title, ...row }) => ({ ...readable(row), title }))
}

function readable({ id, name, associationName, ...row }: Row): PublicEntry {
  return { ...row, id: String(id), who: name ? { name, associationName } : null }
}
