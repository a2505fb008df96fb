/** Attaching a file: fit to keep, kept on the disk, and recorded in the act's own transaction. */
import { db } from '#app/db/client.server'
import type { SignedIn } from '#app/domain/authorization'
import { countTry, limits } from '#app/domain/identity/attempts.server'
import type { SubjectKind } from '#app/domain/journal/entries'
import { type Noting, type Tx, transaction } from '#app/domain/journal/transaction.server'
import { Refusal } from '#app/domain/refusal'
import { fitContent } from '#app/storage/content.server'
import { cleanName } from '#app/storage/file-name'
import { keepBytes, removeBytes } from '#app/storage/files.server'

export type Upload = { name: string; bytes: Uint8Array }
export type Attachment = {
  subjectKind: SubjectKind
  subjectId: string
  /** document for offices, image inside a text, attachment beside it, photo of what it shows */
  purpose: 'document' | 'image' | 'attachment' | 'photo'
  /** Never public, even when its subject is */
  restricted: boolean
}
export type AttachedFile = {
  id: string
  name: string
  mediaType: string
  size: number
  width: number | null
  height: number | null
}

const accepted = { document: 'documents', image: 'images', attachment: 'documents', photo: 'photos' } as const

/** `during` is the room's own act: it insists on its policy and notes its entry, before or after nothing is left behind. */
export async function attachFile(
  actor: SignedIn,
  attachment: Attachment,
  { name, bytes }: Upload,
  during: (tx: Tx, note: Noting, file: AttachedFile) => Promise<void>,
): Promise<AttachedFile> {
  await countTry(limits.files, actor.id)
  const content = await fitContent(bytes, accepted[attachment.purpose])
  if (typeof content === 'string') throw new Refusal(content, {}, 'file')
  const kept = await keepBytes(content.bytes)
  if (!kept) throw new Refusal('file.no-space')
  const { mediaType, extension, width, height } = content
  const file = { id: kept.id, name: cleanName(name, extension), mediaType, size: kept.size, width, height }
  try {
    await transaction(async (tx, note) => {
      await tx.storedFile.create({
        data: { ...file, ...attachment, sha256: kept.sha256, ownerId: actor.id },
        select: { id: true },
      })
      await during(tx, note, file)
    })
  } catch (error) {
    await removeBytes(kept.id)
    throw error
  }
  return file
}

/** The row stays as a trace; the bytes go once the act is certain. */
export async function removeFile(fileId: string, during: (tx: Tx, note: Noting) => Promise<void>, now = new Date()) {
  await transaction(async (tx, note) => {
    await during(tx, note)
    const { count } = await tx.storedFile.updateMany({
      where: { id: fileId, removedAt: null },
      data: { removedAt: now },
    })
    if (count !== 1) throw new Refusal('not-found')
  })
  await removeBytes(fileId)
}

/** The sweep for bytes that an act left behind; running it again does no harm. */
export async function forgetRemovedFiles(): Promise<void> {
  const removed = await db.storedFile.findMany({ where: { removedAt: { not: null } }, select: { id: true } })
  for (const { id } of removed) await removeBytes(id)
}

/** What is attached to a subject, oldest first. The caller has asked its own policy. */
export async function filesOf(subjectKind: SubjectKind, subjectId: string, purpose?: Attachment['purpose']) {
  return db.storedFile.findMany({
    where: { subjectKind, subjectId, removedAt: null, ...(purpose && { purpose }) },
    select: { id: true, name: true, mediaType: true, size: true, width: true, height: true, createdAt: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
}
