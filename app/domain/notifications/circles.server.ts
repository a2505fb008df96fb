/** Who belongs to each circle around an entry, asked only for the circles that its kind names. */
import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import type { JudgedKind } from '#app/domain/moderation/forms'
import { judged } from '#app/domain/moderation/subjects.server'
import { inHandsOf, sitsToday } from '#app/domain/offices/seats.server'
import { awaitedTrustees } from './open-tasks.server'
import { wordIn } from './places'
import type { Circle } from './recipients'

export type ToldEntry = {
  id: bigint
  what: string
  actorId: string | null
  subjectKind: string
  subjectId: string
  territoryId: string | null
  details: unknown
  at: Date
}

type Ids = Promise<{ id: string | null }[]>

const members: Record<Circle, (entry: ToldEntry) => Ids> = {
  authors: ({ subjectId }) => db.$queryRaw`
    select p."authorId" as id from "Proposal" p
      where p.id = ${subjectId} and (p."associationId" is null or p."publishedAt" is null)
    union select c."personId" from "CoAuthor" c
      where c."proposalId" = ${subjectId} and c."acceptedAt" is not null and c."endedAt" is null
    union select m."personId" from "Proposal" p join "Mandate" m on m."associationId" = p."associationId"
      where p.id = ${subjectId} and m.kind in ('representative', 'delegate') and m."acceptedAt" is not null
        and m."endedAt" is null and m."startsOn" <= current_date and (m."endsOn" is null or m."endsOn" >= current_date)`,

  // Whoever took part anywhere on the line hears of every later step
  participants: ({ subjectKind, subjectId }) => db.$queryRaw`
    select s."personId" as id from "Support" s where s."proposalId" = ${subjectId}
    union select c."authorId" from "Comment" c where c."subjectKind" = ${subjectKind} and c."subjectId" = ${subjectId}
    union select f."personId" from "Follow" f where f."subjectKind" = ${subjectKind} and f."subjectId" = ${subjectId}`,

  territoryFollowers: ({ territoryId, subjectKind, subjectId }) => db.$queryRaw`
    select f."personId" as id from "Territory" here
    join "Territory" above on here.path like above.path || '%'
    join "Follow" f on f."subjectKind" = 'territory' and f."subjectId" = above.id
    where here.id = ${subjectKind === 'territory' ? subjectId : territoryId}`,

  office: async (entry) => {
    const { officeId, assigneeId } = await handling(entry)
    return assigneeId ? [{ id: assigneeId }] : everybodyIn(officeId, entry)
  },

  reminded: async (entry) => {
    const { officeId } = await handling(entry)
    const kind = wordIn(entry.details, 'kind')
    if (kind === 'head') return headsOf(officeId, entry)
    const those = await members.office(entry)
    return kind === 'deputy' ? [...those, ...(await seated(officeId ?? '', ['deputy']))] : those
  },

  // Whoever had the answer that promised it, while they sit in the office; otherwise everybody there
  keepers: async (entry) => {
    const { details } = entry
    const officeId = wordIn(details, 'officeId') ?? ''
    const owners = await db.$queryRaw<{ id: string }[]>`
      select m."personId" as id from "Commitment" c join "Answer" a on a.id = c."answerId"
      join "OfficeMember" m on m."officeId" = c."officeId" and m."personId" = a."assigneeId"
      where c.id = ${wordIn(details, 'commitmentId')} and ${sitsToday}`
    const heads = wordIn(details, 'kind') === 'head' ? await headsOf(officeId, entry) : []
    const those = owners.length > 0 ? owners : await everybodyIn(officeId, entry)
    return [...those, ...heads]
  },
  keepingOffice: ({ details }) =>
    seated(wordIn(details, 'fromOfficeId') ?? wordIn(details, 'officeId') ?? '', ['head', 'deputy', 'officer']),
  takingOffice: (entry) => everybodyIn(wordIn(entry.details, 'toOfficeId'), entry),

  administrators: (entry) => holding('administrator', entry.territoryId),
  moderators: (entry) => deciding(entry),

  otherModerators: async (entry) => deciding(entry, await members.hidingModerator(entry)),

  hidingModerator: ({ details }) =>
    db.$queryRaw`select h."moderatorId" as id from "Hiding" h where h.id = ${wordIn(details, 'hidingId')}`,

  commentAuthor: ({ details }) =>
    db.$queryRaw`select c."authorId" as id from "Comment" c where c.id = ${wordIn(details, 'commentId')}`,

  parentAuthor: ({ details }) =>
    db.$queryRaw`select c."authorId" as id from "Comment" c where c.id = ${wordIn(details, 'parentId')}`,

  subject: ({ subjectId }) => Promise.resolve([{ id: subjectId }]),
  named: ({ details }) => Promise.resolve([{ id: wordIn(details, 'personId') }]),

  mandated: ({ subjectId }) => db.$queryRaw`
    select m."personId" as id from "Mandate" m
    where m."associationId" = ${subjectId} and m.kind in ('representative', 'delegate') and m."acceptedAt" is not null
      and m."endedAt" is null and m."startsOn" <= current_date and (m."endsOn" is null or m."endsOn" >= current_date)`,

  pollVoters: ({ subjectId }) => db.$queryRaw`
    select p."personId" as id from "PollParticipation" p where p."pollId" = ${subjectId}
    union select f."personId" from "Follow" f where f."subjectKind" = 'poll' and f."subjectId" = ${subjectId}`,

  pollMembers: ({ subjectId }) => db.$queryRaw`
    select m."personId" as id from "Poll" p join "Mandate" m on m."associationId" = p."associationId"
    where p.id = ${subjectId} and m."acceptedAt" is not null and m."endedAt" is null
      and m."startsOn" <= current_date and (m."endsOn" is null or m."endsOn" >= current_date)`,

  unfinishedVoters: ({ subjectId }) => db.$queryRaw`
    select v."personId" as id from "Poll" p join "PollParticipation" v on v."pollId" = p.id and v.round = p.round
    where p.id = ${subjectId} and not v.counted`,

  pollTrustees: ({ subjectId }) => db.$queryRaw`
    select t."personId" as id from "Poll" p join "Trustee" t on t."pollId" = p.id and t.round = p.round
    where p.id = ${subjectId}`,

  awaitedTrustees: ({ subjectId }) => db.$queryRaw`
    select id from ${awaitedTrustees(Prisma.sql`${subjectId}`)} as awaited`,

  pollAuthor: ({ subjectId }) => db.$queryRaw`select p."authorId" as id from "Poll" p where p.id = ${subjectId}`,

  conversationKeepers: async (entry) => [
    ...(await db.conversation.findMany({ where: { id: entry.subjectId }, select: { authorId: true } })).map(
      ({ authorId }) => ({ id: authorId }),
    ),
    ...(await holding('moderator', entry.territoryId)),
  ],

  conversationPeople: ({ subjectId }) => db.$queryRaw`
    select distinct v."personId" as id from "StatementVote" v where v."conversationId" = ${subjectId}
    union select f."personId" from "Follow" f where f."subjectKind" = 'opinions' and f."subjectId" = ${subjectId}`,

  volunteers: ({ subjectId }) => db.$queryRaw`
    select v."personId" as id from "Volunteer" v where v."panelId" = ${subjectId}`,

  drawnVolunteers: ({ subjectId }) => db.$queryRaw`
    select v."personId" as id from "Volunteer" v where v."panelId" = ${subjectId} and v.drawn`,

  panelAuthor: ({ subjectId }) => db.$queryRaw`select p."authorId" as id from "Panel" p where p.id = ${subjectId}`,

  projectAuthor: ({ details }) => db.$queryRaw`
    select p."authorId" as id from "Project" p where p.id = ${wordIn(details, 'projectId')}
    union select m."personId" from "Project" p join "Mandate" m on m."associationId" = p."associationId"
      where p.id = ${wordIn(details, 'projectId')} and m.kind in ('representative', 'delegate')
        and m."acceptedAt" is not null and m."endedAt" is null and m."startsOn" <= current_date and (m."endsOn" is null or m."endsOn" >= current_date)`,

  projectAuthors: ({ subjectId }) => db.$queryRaw`
    select p."authorId" as id from "Project" p where p."budgetId" = ${subjectId} and p."withdrawnAt" is null`,

  votedProjectAuthors: ({ subjectId }) => db.$queryRaw`
    select p."authorId" as id from "Budget" b join "Project" p on p."budgetId" = b.id
    where b."pollId" = ${subjectId} and p."withdrawnAt" is null`,

  // Officers of the territory; where there are none, its administrators
  verifiers: async (entry) => {
    const officers = await holding('officer', entry.territoryId)
    return officers.length > 0 ? officers : members.administrators(entry)
  },
}

export async function membersOf(circles: readonly Circle[], entry: ToldEntry): Promise<Set<string>> {
  const lists = await Promise.all(circles.map((circle) => members[circle](entry)))
  return new Set(lists.flat().flatMap(({ id }) => id ?? []))
}

async function handling({ details }: ToldEntry) {
  const answerId = wordIn(details, 'answerId')
  const [answer] = await db.$queryRaw<{ officeId: string | null; assigneeId: string | null }[]>`
    select a."officeId", ${inHandsOf} as "assigneeId" from "Answer" a where a.id = ${answerId}`
  return answer ?? { officeId: null, assigneeId: null }
}

/** Where nobody sits, the administrators must see to it. */
async function everybodyIn(officeId: string | null, entry: ToldEntry) {
  const those = await seated(officeId ?? '', ['head', 'deputy', 'officer'])
  return those.length > 0 ? those : members.administrators(entry)
}

async function headsOf(officeId: string | null, entry: ToldEntry) {
  const heads = await seated(officeId ?? '', ['head', 'deputy'])
  return heads.length > 0 ? heads : [...(await everybodyIn(officeId, entry)), ...(await members.administrators(entry))]
}

function seated(officeId: string, ranks: ('head' | 'deputy' | 'officer')[]): Ids {
  return db.$queryRaw`
    select m."personId" as id from "OfficeMember" m
    where m."officeId" = ${officeId} and m.rank::text = any(${ranks}) and ${sitsToday}`
}

/** Moderators who may decide on the words; where there is none, the administrators. */
async function deciding(entry: ToldEntry, first: { id: string | null }[] = []) {
  const { authorIds, moderatorIds } = await judged(db, judgedIn(entry))
  const may = (id: string | null) => id !== null && !authorIds.includes(id) && !first.some((one) => one.id === id)
  const moderators = moderatorIds.filter(may).map((id) => ({ id }))
  return moderators.length > 0 ? moderators : (await members.administrators(entry)).filter(({ id }) => may(id))
}

function judgedIn({ what, subjectId, details }: ToldEntry) {
  const kind = what.split('.')[0] as JudgedKind
  return { kind, id: wordIn(details, `${kind}Id`) ?? subjectId }
}

/** Those who hold a role in the territory or above it. */
function holding(kind: 'officer' | 'moderator' | 'administrator', territoryId: string | null): Ids {
  return db.$queryRaw`
    select r."personId" as id from "Role" r join "Territory" above on above.id = r."territoryId"
    where r.kind::text = ${kind} and r."startsOn" <= current_date and (r."endsOn" is null or r."endsOn" >= current_date)
      and exists (select 1 from "Territory" here where here.id = ${territoryId} and here.path like above.path || '%')`
}
