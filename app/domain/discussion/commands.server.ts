/** What people do in a discussion: say, reply, change, take back, mark as useful. */
import type { Actor } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import type { CommentEdited, CommentWritten } from './forms'
import { canComment, canEditComment, canMarkUseful, canWithdrawComment, type Said } from './policy'
import { countComment, type DiscussedKind, discussed, type Subject } from './subjects.server'

/** The same form sent twice gives the same comment, and its second text is not kept. */
export async function writeComment(
  actor: Actor,
  subject: Subject,
  { text, stance, language, parentId, associationId, formKey }: CommentWritten,
  now: Date = new Date(),
): Promise<{ id: string; again: boolean }> {
  return transaction(async (tx, note) => {
    const about = await discussed(tx, subject)
    insist(canComment(actor, about, associationId))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    if (parentId) insist(canReply(await placeOf(tx, parentId), subject))
    const comment = {
      ...{ subjectKind: subject.kind, subjectId: subject.id, parentId, authorId: actor.id, associationId, formKey },
      ...{ text, stance, language, createdAt: now },
    }
    const [made] = await tx.comment.createManyAndReturn({
      data: [comment],
      skipDuplicates: true,
      select: { id: true },
    })
    if (!made) return { ...(await earlier(tx, actor.id, formKey)), again: true }
    if (parentId) await tx.$executeRaw`update "Comment" set "replyCount" = "replyCount" + 1 where id = ${parentId}`
    await countComment(tx, subject)
    await note({
      what: 'comment.written',
      actor,
      subjectId: subject.id,
      territoryId: about.territoryId,
      associationId,
      details: { commentId: made.id, parentId },
    })
    return { id: made.id, again: false }
  })
}

/** The words before the change stay readable. */
export async function editComment(
  actor: Actor,
  commentId: string,
  { text, language }: CommentEdited,
  now: Date = new Date(),
) {
  return transaction(async (tx, note) => {
    const comment = await reachComment(tx, commentId)
    const about = await discussed(tx, comment.subject)
    insist(canEditComment(actor, comment.said, about))
    if (comment.text === text && comment.language === language) return comment.subject
    const { count } = await tx.comment.updateMany({
      where: { id: commentId, text: comment.text, withdrawnAt: null, hiddenAt: null },
      data: { text, language, editedAt: now },
    })
    insist(count === 1 || 'discussion.changed-elsewhere')
    if (comment.text !== text) {
      await tx.commentEdit.create({ data: { commentId, text: comment.text, at: now }, select: { id: true } })
    }
    await note({
      what: 'comment.changed',
      actor,
      subjectId: comment.subject.id,
      territoryId: about.territoryId,
      associationId: comment.said.associationId,
      details: { commentId },
    })
    return comment.subject
  })
}

/** Its place in the thread stays, its words are shown no more. */
export async function withdrawComment(actor: Actor, commentId: string, now: Date = new Date()) {
  return transaction(async (tx, note) => {
    const comment = await reachComment(tx, commentId)
    const about = await discussed(tx, comment.subject)
    insist(canWithdrawComment(actor, comment.said))
    const { count } = await tx.comment.updateMany({
      where: { id: commentId, withdrawnAt: null },
      data: { withdrawnAt: now },
    })
    insist(count === 1 || 'discussion.withdrawn')
    await note({
      what: 'comment.withdrawn',
      actor,
      subjectId: comment.subject.id,
      territoryId: about.territoryId,
      associationId: comment.said.associationId,
      details: { commentId },
    })
    return comment.subject
  })
}

/** One mark a person, counted in the same statement; a mark says nothing in the journal. */
export async function markUseful(actor: Actor, commentId: string, now: Date = new Date()) {
  return transaction(async (tx) => {
    const { personId, subject } = await marking(tx, actor, commentId)
    await tx.$executeRaw`
      with marked as (
        insert into "CommentMark" ("commentId", "personId", at) values (${commentId}, ${personId}, ${now}) on conflict do nothing returning 1
      )
      update "Comment" set weight = weight + 1 where id = ${commentId} and exists (select from marked)`
    return subject
  })
}

export async function unmarkUseful(actor: Actor, commentId: string) {
  return transaction(async (tx) => {
    const { personId, subject } = await marking(tx, actor, commentId)
    await tx.$executeRaw`
      with unmarked as (
        delete from "CommentMark" where "commentId" = ${commentId} and "personId" = ${personId} returning 1
      )
      update "Comment" set weight = weight - 1 where id = ${commentId} and exists (select from unmarked)`
    return subject
  })
}

async function marking(tx: Tx, actor: Actor, commentId: string) {
  const { said, subject } = await reachComment(tx, commentId)
  insist(canMarkUseful(actor, said, await discussed(tx, subject)))
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  return { personId: actor.id, subject }
}

async function reachComment(tx: Tx, commentId: string) {
  const row = found(
    await tx.comment.findUnique({
      where: { id: commentId },
      select: {
        subjectKind: true,
        subjectId: true,
        authorId: true,
        associationId: true,
        text: true,
        language: true,
        withdrawnAt: true,
        hiddenAt: true,
      },
    }),
  )
  const said: Said = {
    authorId: row.authorId,
    associationId: row.associationId,
    withdrawn: row.withdrawnAt !== null,
    hidden: row.hiddenAt !== null,
  }
  return {
    said,
    text: row.text,
    language: row.language,
    subject: { kind: row.subjectKind as DiscussedKind, id: row.subjectId } satisfies Subject,
  }
}

type Place = { subjectKind: string; subjectId: string; parentId: string | null; gone: boolean }

async function placeOf(tx: Tx, commentId: string): Promise<Place> {
  const parent = found(
    await tx.comment.findUnique({
      where: { id: commentId },
      select: { subjectKind: true, subjectId: true, parentId: true, withdrawnAt: true, hiddenAt: true },
    }),
  )
  return { ...parent, gone: parent.withdrawnAt !== null || parent.hiddenAt !== null }
}

/** Threads have two levels, and a reply stays in its own thread. */
function canReply(parent: Place, subject: Subject) {
  if (parent.subjectKind !== subject.kind || parent.subjectId !== subject.id) return 'not-found'
  if (parent.gone) return 'discussion.parent-gone'
  return parent.parentId === null || 'discussion.two-levels'
}

async function earlier(tx: Tx, authorId: string, formKey: string) {
  return found(
    await tx.comment.findUnique({ where: { authorId_formKey: { authorId, formKey } }, select: { id: true } }),
  )
}
