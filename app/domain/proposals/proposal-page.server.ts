/** One proposal as its page shows it, with what the reader may do: one statement. */
import { Prisma } from '#app/db/generated/client'
import { read as readRows } from '#app/db/read.server'
import { type Actor, hasRole, type Verdict } from '#app/domain/authorization'
import { toldQuestion } from '#app/domain/polls/told-question.server'
import { found, insist } from '#app/domain/refusal'
import { toldTitle } from '#app/domain/translations/told-title.server'
import { type Document, emptyDocument, parseDocument } from '#app/editor/document'
import type { Stage } from './lifecycle'
import {
  canChange,
  canInvite,
  canRead,
  canSupport,
  canTakeBackSupport,
  canWithdraw,
  isAuthor,
  type Weighed,
} from './policy'
import { rulesFrom } from './rules'

export type CoAuthorSeen = { id: string; name: string | null; invitedEmail: string | null; mine: boolean }
export type FileSeen = {
  id: string
  name: string
  mediaType: string
  size: number
  width: number | null
  height: number | null
}

/** A vote or a budget that the proposal went into */
export type Became = { kind: 'poll' | 'project'; to: string; title: string; language: string }

type Row = {
  id: string
  title: string
  document: unknown
  excerpt: string
  language: string
  topic: string | null
  stage: Stage
  version: number
  revision: number
  territoryId: string
  territoryName: string
  territorySlug: string
  territoryPath: string
  authorId: string
  authorName: string
  associationId: string | null
  associationName: string | null
  rules: unknown
  threshold: number | null
  supports: number
  commentCount: number
  createdAt: Date
  updatedAt: Date
  publishedAt: Date | null
  qualifiedAt: Date | null
  answeredAt: Date | null
  withdrawnAt: Date | null
  archivedAt: Date | null
  hiddenAt: Date | null
  dueOn: Date | null
  imported: boolean
  hidingReason: string | null
  hidingId: string | null
  supported: boolean
  followed: boolean
  /** How far the journal's entries about it have come */
  entries: number
  coAuthors: { id: string; personId: string | null; name: string | null; invitedEmail: string | null }[] | null
  points: { id: string; text: string }[] | null
  files: FileSeen[] | null
  became: Became[] | null
}

/** What became of it is told in the language of `reading`, where it was translated. */
export async function proposalPage(actor: Actor, proposalId: string, reading?: string) {
  const { weighed: _, ...shown } = await readProposal(actor, proposalId, reading)
  return shown
}

/** The same, with the values that further policies weigh; those stay on the server. */
export async function readProposal(actor: Actor, proposalId: string, reading = 'it') {
  const row = found(await rowOf(proposalId, { personId: actor.kind === 'person' ? actor.id : null, reading }))
  const weighed = weigh(row)
  insist(canRead(actor, weighed))
  const writes = isAuthor(actor, weighed)
  const withheld = weighed.hidden && !writes && !hasRole(actor, 'moderator', row.territoryPath)
  const { coAuthors, points, files, became, rules, document, authorId, ...shown } = row
  return {
    ...shown,
    title: withheld ? '' : row.title,
    excerpt: withheld ? '' : row.excerpt,
    document: withheld ? emptyDocument() : read(document),
    rules: rulesFrom(rules),
    withheld,
    points: withheld ? [] : (points ?? []),
    files: withheld ? [] : (files ?? []),
    became: withheld ? [] : (became ?? []),
    coAuthors: (coAuthors ?? [])
      .filter(({ personId }) => personId !== null || writes)
      .map(
        ({ id, personId, name, invitedEmail }): CoAuthorSeen => ({
          id,
          name,
          invitedEmail: writes ? invitedEmail : null,
          mine: actor.kind === 'person' && personId === actor.id,
        }),
      ),
    writes,
    // Its authors and supporters hear of it already; what is followed can be left at any time
    offersFollowing: row.followed || (actor.kind === 'person' && !row.supported && !writes && !weighed.hidden),
    owns: isAuthor(actor, { ...weighed, coAuthorIds: [] }),
    moderates: hasRole(actor, 'moderator', row.territoryPath),
    can: verdicts(actor, weighed),
    weighed,
  }
}

function verdicts(actor: Actor, weighed: Weighed) {
  return {
    support: canSupport(actor, weighed),
    takeBack: canTakeBackSupport(actor, weighed),
    change: canChange(actor, weighed),
    withdraw: canWithdraw(actor, weighed),
    invite: canInvite(actor, weighed),
  } satisfies Record<string, Verdict>
}

function weigh(row: Row): Weighed {
  return {
    stage: row.stage,
    territoryPath: row.territoryPath,
    authorId: row.authorId,
    coAuthorIds: (row.coAuthors ?? []).flatMap(({ personId }) => personId ?? []),
    associationId: row.associationId,
    published: row.publishedAt !== null,
    hidden: row.hiddenAt !== null,
    answered: row.answeredAt !== null,
    rules: rulesFrom(row.rules),
  }
}

/** What is kept was checked when it came; a document from an older schema shows as empty rather than failing. */
export function read(kept: unknown): Document {
  const parsed = parseDocument(kept)
  return parsed.ok ? parsed.document : emptyDocument()
}

const becameOf = (reading: string) => Prisma.sql`(
  select json_agg(json_build_object('kind', kind, 'to', "to", 'title', title, 'language', language) order by at) from (
    select 'poll' as kind, '/polls/' || v.id as "to", told.question as title, told.language, v."createdAt" as at
    from "PollOption" o join "Poll" v on v.id = o."pollId"
    cross join lateral ${toldQuestion('v', Prisma.sql`${reading}`)} told
    where o."proposalId" = p.id and v.stage <> 'draft' and v."associationId" is null
    union all
    select 'project', '/budgets/' || j."budgetId" || '/projects/' || j.number, told.title, told.language, l.at
    from "LifeLink" l join "Project" j on j.id = l."toId" join "Budget" b on b.id = j."budgetId"
    cross join lateral ${toldTitle('budget', 'b', Prisma.sql`${reading}`)} told
    where l."fromKind" = 'proposal' and l."fromId" = p.id and l."toKind" = 'project' and j."withdrawnAt" is null
  ) as what)`

async function rowOf(proposalId: string, { personId, reading }: { personId: string | null; reading: string }) {
  const rows = await readRows<Row>(Prisma.sql`
    select p.id, p.title, p.document, p.excerpt, p.language, p.topic, p.stage, p.version, p.revision,
      t.id as "territoryId", t.name as "territoryName", t.slug as "territorySlug", t.path as "territoryPath",
      p."authorId", case when a."showsRealName" then coalesce(a."realName", a.pseudonym) else a.pseudonym end as "authorName",
      s.id as "associationId", s.name as "associationName", p.rules, p.threshold,
      p."supportCount" + p."importedSupportCount" as supports, p."commentCount", p."createdAt", p."updatedAt",
      p."publishedAt", p."qualifiedAt", p."answeredAt", p."withdrawnAt", p."archivedAt", p."hiddenAt", p."dueOn",
      p."importKey" is not null as imported, h.reason as "hidingReason", h.id as "hidingId",
      exists (select from "Support" x where x."proposalId" = p.id and x."personId" = ${personId}) as supported,
      exists (select from "Follow" f where f."personId" = ${personId} and f."subjectKind" = 'proposal' and f."subjectId" = p.id) as followed,
      coalesce((select n.last from "EntryCounter" n where n."subjectKind" = 'proposal' and n."subjectId" = p.id), 0) as entries,
      (select json_agg(json_build_object('id', c.id, 'personId', c."personId", 'invitedEmail', c."invitedEmail", 'name',
          case when q."showsRealName" then coalesce(q."realName", q.pseudonym) else q.pseudonym end) order by c."createdAt")
        from "CoAuthor" c left join "Person" q on q.id = c."personId"
        where c."proposalId" = p.id and c."endedAt" is null) as "coAuthors",
      (select json_agg(json_build_object('id', o.id, 'text', o.text) order by o.position, o.id)
        from "Point" o where o."proposalId" = p.id and o."splitAt" is null) as points,
      (select json_agg(json_build_object('id', f.id, 'name', f.name, 'mediaType', f."mediaType", 'size', f.size,
          'width', f.width, 'height', f.height) order by f."createdAt")
        from "StoredFile" f where f."subjectKind" = 'proposal' and f."subjectId" = p.id and f."removedAt" is null
          and f.purpose = 'attachment') as files,
      ${becameOf(reading)} as became
    from "Proposal" p
    join "Territory" t on t.id = p."territoryId"
    join "Person" a on a.id = p."authorId"
    left join "Association" s on s.id = p."associationId"
    left join lateral (
      select h.id, h.reason from "Hiding" h
      where p."hiddenAt" is not null and h."subjectKind" = 'proposal' and h."subjectId" = p.id order by h.at desc limit 1
    ) h on true
    where p.id = ${proposalId}`)
  return rows[0]
}
