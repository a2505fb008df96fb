/** The journal, read: a territory's activity. */
import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import { cursorOf, pageKeyOf } from '#app/domain/page-key'
import { toldQuestion } from '#app/domain/polls/told-question.server'
import { toldTitle } from '#app/domain/translations/told-title.server'
import { officeActs, publicKinds, type SubjectKind, type What } from './entries'

export type PublicEntry = {
  id: string
  what: What
  at: Date
  subjectKind: SubjectKind
  subjectId: string
  details: Record<string, unknown> | null
  /** Of what it is about, where everybody may read it */
  title: string | null
  /** Of the territory */
  slug: string
  /** The office that acted or else its territory, or the person */
  who: string | null
  /** … for which association */
  association: string | null
}

type Row = Omit<PublicEntry, 'id'> & { id: bigint }

type Asked = { territoryPath: string; reading: string; cursor?: string | null }

/** What happened in a territory and below it, newest first, page by key; what offices wrote has its title in the reader's language. */
export async function activityOf({ territoryPath, reading, cursor = null }: Asked, limit = 20) {
  const key = pageKeyOf<[string]>(cursor, ['string'])
  const before = key && /^\d{1,18}$/.test(key[0]) ? BigInt(key[0]) : null
  const reader = Prisma.sql`${reading}`
  const rows = await db.$queryRaw<Row[]>`
    with happened as (
      select e.*, t.slug, t.name as "territoryName" from "Entry" e join "Territory" t on t.id = e."territoryId"
      where t.path like ${`${territoryPath}%`} and e.what = any(${publicKinds})
        and (${before}::bigint is null or e.id < ${before})
      order by e.id desc limit ${limit + 1}
    )
    select e.id, e.what, e.at, e."subjectKind", e."subjectId", e.details, e.slug,
      coalesce(office.name, case when e.what = any(${officeActs}) then e."territoryName" end,
        case when p."showsRealName" then coalesce(p."realName", p.pseudonym) else p.pseudonym end, a.name) as who,
      case when p.id is not null and office.name is null and e.what <> all(${officeActs}) then a.name end as association,
      coalesce(about.title, promised.title, verified.name, told.question, asked.title, drawing.title, project.title, spent.title,
        case when e."subjectKind" = 'territory' then coalesce(opened.name, e."territoryName") end) as title
    from happened e
    left join "Person" p on p.id = e."actorId"
    left join "Association" a on a.id = e."associationId"
    left join "Answer" reply on reply.id = e.details ->> 'answerId'
    left join "Office" office
      on e.what = any(${officeActs}) and office.id = coalesce(e.details ->> 'officeId', reply."officeId")
    left join "Office" opened on e."subjectKind" = 'territory' and opened.id = e.details ->> 'officeId'
    left join "Proposal" about on e."subjectKind" = 'proposal' and about.id = e."subjectId" and about."hiddenAt" is null
    left join "Commitment" promised
      on e."subjectKind" = 'proposal' and promised.id = e."subjectId" and promised."proposalId" is null
    left join "Association" verified
      on e."subjectKind" = 'association' and verified.id = e."subjectId" and verified.verification = 'verified'
    left join "Poll" voted
      on e."subjectKind" = 'poll' and voted.id = e."subjectId" and (voted.stage <> 'draft' or voted.round > 1)
    left join lateral ${toldQuestion('voted', reader)} told on true
    left join "Conversation" c on e."subjectKind" = 'opinions' and c.id = e."subjectId"
    left join lateral ${toldTitle('opinions', 'c', reader)} asked on true
    left join "Panel" n on e."subjectKind" = 'panel' and n.id = e."subjectId"
    left join lateral ${toldTitle('panel', 'n', reader)} drawing on true
    left join "Project" project
      on e."subjectKind" = 'budget' and project.id = e.details ->> 'projectId' and project."hiddenAt" is null
    left join "Budget" b on e."subjectKind" = 'budget' and b.id = e."subjectId"
    left join lateral ${toldTitle('budget', 'b', reader)} spent on true
    order by e.id desc`
  const entries = rows.slice(0, limit).map(({ id, ...row }): PublicEntry => ({ ...row, id: String(id) }))
  const last = entries.at(-1)
  return { entries, next: rows.length > limit && last ? cursorOf([last.id]) : null }
}
