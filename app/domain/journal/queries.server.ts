/** The journal, read: a territory's activity, and the history of one thing. */
import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import { cursorOf, pageKeyOf } from '#app/domain/page-key'
import { toldQuestion } from '#app/domain/polls/told-question.server'
import { found } from '#app/domain/refusal'
import { toldTitle } from '#app/domain/translations/told-title.server'
import { officeActs, publicKinds, type SubjectKind, type What, type WithHistory } from './entries'

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
  /** The title's language, where it is known */
  language: string | null
  /** What it is a part of, or the thing itself */
  whole: { title: string; language: string | null } | null
}

type Row = Omit<PublicEntry, 'id' | 'whole'> & { id: bigint; wholeTitle: string | null; wholeLanguage: string | null }

type Reading = { reading: string; cursor?: string | null }

/** What happened in a territory and below it, newest first, page by key. */
export function activityOf({ territoryPath, ...asked }: Reading & { territoryPath: string }, limit = 20) {
  return happenedWhere(Prisma.sql`t.path like ${`${territoryPath}%`}`, asked, limit)
}

/** What many people do to one thing is told as numbers and comments where it stands. Its index says the same words. */
const notOfTheCrowd = Prisma.raw(`e.what not in ('comment.written', 'comment.changed', 'comment.withdrawn',
  'proposal.supported', 'proposal.support-taken-back', 'ballot.cast', 'ballot.taken-back', 'opinions.joined',
  'panel.joined', 'panel.left')`)

/** What happened to one thing, newest first, page by key; refused where nobody but its makers may read of it. */
export async function historyOf({ kind, id, ...asked }: Reading & { kind: WithHistory; id: string }, limit = 20) {
  const about =
    kind === 'commitment'
      ? Prisma.sql`e."subjectKind" = 'proposal' and e.details ->> 'commitmentId' = ${id}
          and e."subjectId" = (select coalesce("proposalId", id) from "Commitment" where id = ${id})`
      : Prisma.sql`e."subjectKind" = ${kind} and e."subjectId" = ${id}`
  const { entries, next } = await happenedWhere(Prisma.sql`${about} and ${notOfTheCrowd}`, asked, limit)
  const whole = found(entries[0]?.whole ?? null)
  return {
    // Only parts are named: the rest is about the thing itself
    entries: entries.map((entry) => (entry.title === entry.whole?.title ? { ...entry, title: null } : entry)),
    next,
    whole: kind === 'commitment' ? await commitmentTitle(id) : whole,
  }
}

async function commitmentTitle(id: string) {
  const { title } = await db.commitment.findUniqueOrThrow({ where: { id }, select: { title: true } })
  return { title, language: null }
}

/** What offices wrote has its title in the reader's language. */
async function happenedWhere(about: Prisma.Sql, { reading, cursor = null }: Reading, limit: number) {
  const key = pageKeyOf<[string]>(cursor, ['string'])
  const before = key && /^\d{1,18}$/.test(key[0]) ? BigInt(key[0]) : null
  const reader = Prisma.sql`${reading}`
  const rows = await db.$queryRaw<Row[]>`
    with happened as (
      select e.*, t.slug, t.name as "territoryName" from "Entry" e join "Territory" t on t.id = e."territoryId"
      where ${about} and e.what = any(${publicKinds})
        and (${before}::bigint is null or e.id < ${before})
      order by e.id desc limit ${limit + 1}
    )
    select e.id, e.what, e.at, e."subjectKind", e."subjectId", e.details, e.slug,
      coalesce(office.name, case when e.what = any(${officeActs}) then e."territoryName" end,
        case when p."showsRealName" then coalesce(p."realName", p.pseudonym) else p.pseudonym end, a.name) as who,
      case when p.id is not null and office.name is null and e.what <> all(${officeActs}) then a.name end as association,
      coalesce(about.title, promised.title, verified.name, told.question, asked.title, drawing.title, project.title, spent.title,
        case when e."subjectKind" = 'territory' then coalesce(opened.name, e."territoryName") end) as title,
      coalesce(about.language, told.language, asked.language, drawing.language, project.language, spent.language) as language,
      coalesce(about.title, promised.title, told.question, asked.title, drawing.title, spent.title) as "wholeTitle",
      coalesce(about.language, told.language, asked.language, drawing.language, spent.language) as "wholeLanguage"
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
  const entries = rows.slice(0, limit).map(
    ({ id, wholeTitle, wholeLanguage, ...row }): PublicEntry => ({
      ...row,
      id: String(id),
      whole: wholeTitle === null ? null : { title: wholeTitle, language: wholeLanguage },
    }),
  )
  const last = entries.at(-1)
  return { entries, next: rows.length > limit && last ? cursorOf([last.id]) : null }
}
