/** Entries told, and the letters that were written of them. */
import { db } from '#app/db/client.server'
import type { What } from '#app/domain/journal/entries'
import { tell } from '#app/domain/notifications/tell.server'

export async function lastEntry(subjectId: string, what: What) {
  const entry = await db.entry.findFirstOrThrow({
    where: { subjectId, what },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  return String(entry.id)
}

export const lettersOf = (entryId: string) =>
  db.letter.findMany({ where: { key: { startsWith: `news:${entryId}:` } }, orderBy: { to: 'asc' } })

/** Tells the newest entry of a kind, and gives the letters. */
export async function toldOf(subjectId: string, what: What) {
  const entryId = await lastEntry(subjectId, what)
  await tell(entryId)
  return lettersOf(entryId)
}
