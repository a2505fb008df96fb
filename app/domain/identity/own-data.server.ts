/** What the platform knows of a person, for that person alone. Ballots are not in it: who could show them could be made to. */
import { db } from '#app/db/client.server'
import type { SignedIn } from '#app/domain/authorization'
import { type Document, toPlainText } from '#app/editor/document'

export async function ownData({ id: personId }: SignedIn) {
  const [profile, proposals, said, done, told] = await Promise.all([
    ownPerson(personId),
    ownProposals(personId),
    ownWords(personId),
    ownActs(personId),
    ownNotices(personId),
  ])
  return { ...profile, proposals, ...said, ...done, ...told }
}

const named = { select: { name: true } } as const

async function ownPerson(id: string) {
  const { homeTerritory, roles, offices, mandates, attestations, signIns, ...profile } =
    await db.person.findUniqueOrThrow({
      where: { id },
      select: {
        email: true,
        emailConfirmedAt: true,
        pseudonym: true,
        realName: true,
        showsRealName: true,
        language: true,
        createdAt: true,
        homeTerritory: named,
        roles: { select: { kind: true, startsOn: true, endsOn: true, territory: named } },
        offices: { select: { rank: true, startsOn: true, endsOn: true, office: named } },
        mandates: { select: { kind: true, startsOn: true, endsOn: true, endedAt: true, association: named } },
        attestations: {
          select: { place: true, at: true, expiresOn: true, revokedAt: true, revocation: true, territory: named },
        },
        signIns: { select: { device: true, createdAt: true, expiresAt: true } },
      },
    })
  return { profile: { ...profile, home: homeTerritory?.name ?? null }, roles, offices, mandates, attestations, signIns }
}

/** Also those never published, and those written with others. */
async function ownProposals(personId: string) {
  const rows = await db.proposal.findMany({
    where: {
      OR: [{ authorId: personId }, { coAuthors: { some: { personId, acceptedAt: { not: null }, endedAt: null } } }],
    },
    select: {
      id: true,
      title: true,
      language: true,
      stage: true,
      createdAt: true,
      publishedAt: true,
      document: true,
      territory: named,
      association: named,
      points: { where: { splitFromId: null }, select: { text: true }, orderBy: { position: 'asc' } },
    },
    orderBy: { createdAt: 'asc' },
  })
  return rows.map(({ document, points, ...proposal }) => ({
    ...proposal,
    text: toPlainText(document as Document),
    points: points.map(({ text }) => text),
  }))
}

async function ownWords(personId: string) {
  const [comments, projects, statements, files, reports] = await Promise.all([
    db.comment.findMany({
      where: { authorId: personId },
      select: {
        id: true,
        subjectKind: true,
        subjectId: true,
        stance: true,
        text: true,
        createdAt: true,
        withdrawnAt: true,
        edits: { select: { text: true, at: true } },
      },
      orderBy: { createdAt: 'asc' },
    }),
    db.project.findMany({
      where: { authorId: personId },
      select: { id: true, title: true, text: true, place: true, createdAt: true, withdrawnAt: true },
    }),
    db.statement.findMany({
      where: { authorId: personId },
      select: { conversationId: true, text: true, moderation: true, writtenAt: true },
    }),
    db.storedFile.findMany({
      where: { ownerId: personId, removedAt: null },
      select: { name: true, mediaType: true, size: true, subjectKind: true, subjectId: true, createdAt: true },
    }),
    db.report.findMany({
      where: { reporterId: personId },
      select: { subjectKind: true, subjectId: true, reason: true, note: true, createdAt: true, outcome: true },
    }),
  ])
  return { comments, projects, statements, files, reports }
}

async function ownActs(personId: string) {
  const [supports, marks, opinions, panels, polls] = await Promise.all([
    db.support.findMany({
      where: { personId },
      select: { at: true, proposal: { select: { id: true, title: true } } },
    }),
    db.commentMark.findMany({ where: { personId }, select: { commentId: true, at: true } }),
    db.statementVote.findMany({ where: { personId }, select: { statementId: true, vote: true, at: true } }),
    db.volunteer.findMany({
      where: { personId },
      select: { code: true, answers: true, at: true, drawn: true, panel: { select: { title: true } } },
    }),
    db.pollParticipation.findMany({
      where: { personId },
      select: { startedOn: true, poll: { select: { id: true, question: true } } },
    }),
  ])
  return { supports, marks, opinions, panels, polls }
}

async function ownNotices(personId: string) {
  const [follows, preferences, notices] = await Promise.all([
    db.follow.findMany({ where: { personId }, select: { subjectKind: true, subjectId: true, at: true } }),
    db.notificationPreference.findMany({ where: { personId }, select: { kind: true, mail: true } }),
    db.notification.findMany({
      where: { personId },
      select: { what: true, subjectKind: true, subjectId: true, createdAt: true, readAt: true },
      orderBy: { createdAt: 'asc' },
    }),
  ])
  return { follows, preferences, notices }
}
