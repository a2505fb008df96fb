/** Many rows in one statement each, as JSON: the size of a batch does not change the statement. */
import type { Tx } from '#app/domain/journal/transaction.server'

type Moment = Date

export type NewPerson = { id: string; pseudonym: string }
export type NewRecord = { source: string; kind: string; key: string; subjectId: string; checksum: string }
export type NewProposal = {
  id: string
  territoryId: string
  language: string
  title: string
  document: unknown
  excerpt: string
  stage: 'answered' | 'withdrawn' | 'archived'
  authorId: string
  importedSupportCount: number
  publishedAt: Moment
  answeredAt: Moment | null
  withdrawnAt: Moment | null
  archivedAt: Moment | null
  importKey: string
}
export type NewAnswer = {
  id: string
  proposalId: string
  startedAt: Moment
  dueOn: string
  opening: string
  language: string
  publishedAt: Moment
}
export type NewPoint = { id: string; proposalId: string; text: string }
export type NewAnswerPoint = { answerId: string; pointId: string; verdict: 'accepted' | 'notAccepted'; reasons: string }
export type NewAnswerVersion = { answerId: string; opening: string; points: unknown; publishedById: string; at: Moment }
export type NewComment = {
  id: string
  subjectId: string
  parentId: string | null
  authorId: string
  stance: 'for' | 'against' | 'neutral'
  language: string
  text: string
  createdAt: Moment
  importKey: string
}

export async function insertPeople(tx: Tx, rows: NewPerson[]) {
  await tx.$executeRaw`
    insert into "Person" (id, pseudonym)
    select id, pseudonym from jsonb_populate_recordset(null::"Person", ${JSON.stringify(rows)}::jsonb)`
}

export async function insertRecords(tx: Tx, rows: NewRecord[]) {
  await tx.$executeRaw`
    insert into "ImportedRecord" (source, kind, key, "subjectId", checksum)
    select source, kind, key, "subjectId", checksum
    from jsonb_populate_recordset(null::"ImportedRecord", ${JSON.stringify(rows)}::jsonb)
    on conflict do nothing`
}

export async function insertProposals(tx: Tx, rows: NewProposal[]) {
  await tx.$executeRaw`
    insert into "Proposal" (id, "territoryId", language, title, document, excerpt, stage, "authorId", "importedSupportCount",
      version, "createdAt", "updatedAt", "publishedAt", "answeredAt", "withdrawnAt", "archivedAt", "importKey")
    select id, "territoryId", language, title, document, excerpt, stage, "authorId", "importedSupportCount",
      1, "publishedAt", now(), "publishedAt", "answeredAt", "withdrawnAt", "archivedAt", "importKey"
    from jsonb_populate_recordset(null::"Proposal", ${JSON.stringify(rows)}::jsonb)
    on conflict ("importKey") do update set language = excluded.language, title = excluded.title, document = excluded.document,
      excerpt = excluded.excerpt, stage = excluded.stage, "authorId" = excluded."authorId",
      "importedSupportCount" = excluded."importedSupportCount", "createdAt" = excluded."createdAt", "updatedAt" = now(),
      "publishedAt" = excluded."publishedAt", "answeredAt" = excluded."answeredAt", "withdrawnAt" = excluded."withdrawnAt",
      "archivedAt" = excluded."archivedAt"`
}

export async function insertAnswers(tx: Tx, rows: NewAnswer[]) {
  await tx.$executeRaw`
    insert into "Answer" (id, "proposalId", round, "startedAt", "dueOn", computation, opening, language, "publishedAt", version, "updatedAt")
    select id, "proposalId", 1, "startedAt", "dueOn", '{}', opening, language, "publishedAt", 1, now()
    from jsonb_populate_recordset(null::"Answer", ${JSON.stringify(rows)}::jsonb)`
}

export async function insertPoints(tx: Tx, rows: NewPoint[]) {
  await tx.$executeRaw`
    insert into "Point" (id, "proposalId", position, text)
    select id, "proposalId", 1, text from jsonb_populate_recordset(null::"Point", ${JSON.stringify(rows)}::jsonb)`
}

export async function insertAnswerPoints(tx: Tx, rows: NewAnswerPoint[]) {
  await tx.$executeRaw`
    insert into "AnswerPoint" ("answerId", "pointId", verdict, reasons)
    select "answerId", "pointId", verdict, reasons
    from jsonb_populate_recordset(null::"AnswerPoint", ${JSON.stringify(rows)}::jsonb)`
}

export async function insertAnswerVersions(tx: Tx, rows: NewAnswerVersion[]) {
  await tx.$executeRaw`
    insert into "AnswerVersion" ("answerId", number, opening, points, "publishedById", at)
    select "answerId", 1, opening, points, "publishedById", at
    from jsonb_populate_recordset(null::"AnswerVersion", ${JSON.stringify(rows)}::jsonb)`
}

/** Counts them where they hang, in the same transaction. */
export async function insertComments(tx: Tx, rows: NewComment[]) {
  await tx.$executeRaw`
    insert into "Comment" (id, "subjectKind", "subjectId", "parentId", "authorId", stance, language, text, "createdAt", "importKey")
    select id, 'proposal', "subjectId", "parentId", "authorId", stance, language, text, "createdAt", "importKey"
    from jsonb_populate_recordset(null::"Comment", ${JSON.stringify(rows)}::jsonb)`
  const subjects = rows.map(({ subjectId }) => subjectId)
  const parents = rows.flatMap(({ parentId }) => parentId ?? [])
  await tx.$executeRaw`
    update "Proposal" p set "commentCount" = p."commentCount" + n.n
    from (select id, count(*)::int as n from unnest(${subjects}::text[]) as s(id) group by id) n where n.id = p.id`
  await tx.$executeRaw`
    update "Comment" c set "replyCount" = c."replyCount" + n.n
    from (select id, count(*)::int as n from unnest(${parents}::text[]) as s(id) group by id) n where n.id = c.id`
}
