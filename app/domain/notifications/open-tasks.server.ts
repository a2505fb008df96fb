/** Whether what a notice asked for is still to be done: seen from the state of its subject, at the moment of reading. */
import { Prisma } from '#app/db/generated/client'
import { inHandsOf } from '#app/domain/offices/seats.server'

const detail = (name: string) => Prisma.raw(`e.details ->> '${name}'`)

/** It waits for the office that was told; where it is in one person's hands, for that person. */
const answerWaits = (whose: Prisma.Sql) => Prisma.sql`exists (
  select from "Answer" a where a.id = ${detail('answerId')} and a."publishedAt" is null
    and a."officeId" is not distinct from ${detail('officeId')} and ${whose})`
const onesOwn = Prisma.sql`coalesce(${inHandsOf}, n."personId") = n."personId"`

const stands = (verification: string) => Prisma.sql`exists (
  select from "Association" a where a.id = n."subjectId" and a.verification::text = ${verification})`

const reported = (kind: string, id: Prisma.Sql) => Prisma.sql`exists (
  select from "Report" r where r."subjectKind" = ${kind} and r."subjectId" = ${id} and r."decidedAt" is null)`
const notAppealed = Prisma.sql`exists (
  select from "Hiding" h where h.id = ${detail('hidingId')} and h."appealedAt" is null)`
const notDecided = Prisma.sql`exists (
  select from "Hiding" h where h.id = ${detail('hidingId')} and h."appealDecidedAt" is null)`

const pollIs = (...stages: string[]) => Prisma.sql`exists (
  select from "Poll" p where p.id = n."subjectId" and p.stage::text = any(${stages})
    and (p.stage <> 'open' or p."closesAt" > now()))`
const hasVoted = Prisma.sql`exists (
  select from "Poll" p join "PollParticipation" v on v."pollId" = p.id and v.round = p.round
  where p.id = n."subjectId" and v."personId" = n."personId" and v.counted)`
const votes = Prisma.sql`${pollIs('open')} and not ${hasVoted}`

/** Trustees of a poll whose message of the ceremony's step, or whose share of the opening, is missing. */
export const awaitedTrustees = (pollId: Prisma.Sql) => Prisma.sql`(
  with t as (
    select t.*, p.stage, bool_and(t.certificate is not null) over () as certified, bool_and(t.dealing is not null) over () as dealt
    from "Poll" p join "Trustee" t on t."pollId" = p.id and t.round = p.round where p.id = ${pollId})
  select "personId" as id from t where case
    when stage <> 'draft' then not exists (
      select from "BoardEvent" e where e."pollId" = t."pollId" and e.round = t.round and e.kind = 'PartialDecryption'
        and (e.data[2]::jsonb ->> 'owner')::int = t.number)
    when not certified then certificate is null
    when not dealt then dealing is null
    else holding is null end)`
const trusteeAwaited = Prisma.sql`${pollIs('draft', 'closed')}
  and n."personId" in (select id from ${awaitedTrustees(Prisma.sql`n."subjectId"`)} as awaited)`

/** For each kind that somebody must act on; whoever is drawn for a panel answers outside the platform. */
export const openTasks: Record<string, Prisma.Sql> = {
  'answer.due': answerWaits(onesOwn),
  'answer.assigned': answerWaits(onesOwn),
  'answer.escalated': answerWaits(Prisma.sql`true`),
  'answer.given': Prisma.sql`not exists (
    select from "AuthorVerdict" v join "Answer" a on a.id = v."answerId" and a.version = v.number where a.id = ${detail('answerId')})`,
  // Until it is done, dropped, or has another date or another office
  'commitment.reminded': Prisma.sql`exists (
    select from "Commitment" c where c.id = ${detail('commitmentId')} and c."doneAt" is null and c."droppedAt" is null
      and c."dueOn" = (${detail('dueOn')})::date and c."officeId" = ${detail('officeId')})`,
  // Until the office that took it over makes a step or gives it another date, or hands it on
  'commitment.handed-over': Prisma.sql`exists (
    select from "Commitment" c join "CommitmentHandover" h on h.id = ${detail('handoverId')}
    where c.id = h."commitmentId" and c."doneAt" is null and c."droppedAt" is null
      and not exists (select from "CommitmentHandover" o where o."commitmentId" = c.id and (o.at, o.id) > (h.at, h.id))
      and not exists (select from "CommitmentStep" s where s."commitmentId" = c.id and s.at > h.at)
      and not exists (select from "CommitmentMove" m where m."commitmentId" = c.id and m.at > h.at))`,
  'association.submitted': stands('submitted'),
  'association.incomplete': stands('incomplete'),
  'association.refused': stands('refused'),
  'association.suspended': stands('suspended'),
  'proposal.reported': reported('proposal', Prisma.sql`n."subjectId"`),
  'proposal.hidden': notAppealed,
  'proposal.appealed': notDecided,
  'comment.reported': reported('comment', detail('commentId')),
  'comment.hidden': notAppealed,
  'comment.appealed': notDecided,
  'project.reported': reported('project', detail('projectId')),
  'project.hidden': notAppealed,
  'project.appealed': notDecided,
  'project.checked': Prisma.sql`exists (
    select from "Project" j where j.id = ${detail('projectId')} and j.feasibility = 'changes' and j."withdrawnAt" is null and j."hiddenAt" is null)`,
  'poll.restarted': votes,
  'poll.reminded': votes,
  'poll.trustees-named': trusteeAwaited,
  'poll.ceremony-goes-on': trusteeAwaited,
  'poll.awaits-trustees': trusteeAwaited,
  'poll.trustees-reminded': trusteeAwaited,
  'poll.key-made': pollIs('draft'),
  'panel.impossible': Prisma.sql`exists (
    select from "Panel" p where p.id = n."subjectId" and p.stage in ('gathering', 'preparing') and p.why is not null)`,
  'panel.drawn': Prisma.sql`true`,
}

/** Of a notification n and its entry e. */
export const isOpen = Prisma.sql`(n."toDo" and case n.what ${Prisma.join(
  Object.entries(openTasks).map(([what, open]) => Prisma.sql`when ${what} then ${open}`),
  ' ',
)} else true end)`
