/** What an entry is about: its title, its language, and of a territory the slug. One list for the bell and for every letter. */
import { Prisma } from '#app/db/generated/client'
import { toldQuestion } from '#app/domain/polls/told-question.server'

type Asked = { kind: Prisma.Sql; id: Prisma.Sql; reading: Prisma.Sql }

/**
 * Rows to join laterally, of a subject's kind and id: one, or none where it has no title. A vote's commitment is its own
 * subject. A vote has its title in the language of `reading`, where it was translated.
 */
export const subjectOf = ({ kind, id, reading }: Asked) => Prisma.sql`(
  select title, language, null as slug from "Proposal" where ${kind} = 'proposal' and id = ${id}
  union all select title, null, null from "Commitment" where ${kind} = 'proposal' and "proposalId" is null and id = ${id}
  union all select told.question, told.language, null from "Poll" v cross join lateral ${toldQuestion('v', reading)} told
    where ${kind} = 'poll' and v.id = ${id}
  union all select title, language, null from "Conversation" where ${kind} = 'opinions' and id = ${id}
  union all select title, language, null from "Panel" where ${kind} = 'panel' and id = ${id}
  union all select title, language, null from "Budget" where ${kind} = 'budget' and id = ${id}
  union all select name, null, null from "Association" where ${kind} = 'association' and id = ${id}
  union all select name, null, slug from "Territory" where ${kind} = 'territory' and id = ${id})`
