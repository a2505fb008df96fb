/** What an entry is about: its title, its language, and of a territory the slug. One list for the bell and for every letter. */
import { Prisma } from '#app/db/generated/client'
import { toldQuestion } from '#app/domain/polls/told-question.server'
import { toldTitle } from '#app/domain/translations/told-title.server'

type Asked = { kind: Prisma.Sql; id: Prisma.Sql; reading: Prisma.Sql; what: Prisma.Sql }

/** What tells the authors and the moderators of a proposal that it is hidden. */
const ofHiding = ['proposal.reported', 'proposal.hidden', 'proposal.appealed', 'proposal.appeal-decided']

/**
 * Rows to join laterally, of a subject's kind and id: one, or none where it has no title. A vote's commitment is its own
 * subject. A hidden proposal has no title but in what is said of its hiding. What an office wrote has its title in the language of `reading`, where it was translated.
 */
export const subjectOf = ({ kind, id, reading, what }: Asked) => Prisma.sql`(
  select case when "hiddenAt" is null or ${what} = any(${ofHiding}) then title end as title, language, null as slug
    from "Proposal" where ${kind} = 'proposal' and id = ${id}
  union all select title, null, null from "Commitment" where ${kind} = 'proposal' and "proposalId" is null and id = ${id}
  union all select told.question, told.language, null from "Poll" v cross join lateral ${toldQuestion('v', reading)} told
    where ${kind} = 'poll' and v.id = ${id}
  union all select told.title, told.language, null from "Conversation" c
    cross join lateral ${toldTitle('opinions', 'c', reading)} told where ${kind} = 'opinions' and c.id = ${id}
  union all select told.title, told.language, null from "Panel" p
    cross join lateral ${toldTitle('panel', 'p', reading)} told where ${kind} = 'panel' and p.id = ${id}
  union all select told.title, told.language, null from "Budget" b
    cross join lateral ${toldTitle('budget', 'b', reading)} told where ${kind} = 'budget' and b.id = ${id}
  union all select name, null, null from "Association" where ${kind} = 'association' and id = ${id}
  union all select name, null, slug from "Territory" where ${kind} = 'territory' and id = ${id})`
