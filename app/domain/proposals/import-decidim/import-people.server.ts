/** People of another platform: each number is a person here without an address, under a name made from the number. */
import { createHash, randomBytes } from 'node:crypto'
import type { Tx } from '#app/domain/journal/transaction.server'
import { cleanText } from '#app/domain/text'
import { insertPeople, insertRecords } from './insert-rows.server'
import type { Author } from './subject-row'

export type People = (author: Author | null) => string

/** Rows without an author belong to the source itself. */
const sourceItself: Author = { key: 'source', groupName: null }

/** Finds or makes the people of a batch. Names stay at their source; groups are bodies, and keep theirs. */
export async function peopleOf(tx: Tx, source: string, authors: (Author | null)[]): Promise<People> {
  const wanted = new Map(authors.map((author) => [(author ?? sourceItself).key, author ?? sourceItself]))
  wanted.set(sourceItself.key, sourceItself)
  const known = await tx.importedRecord.findMany({
    where: { source, kind: 'author', key: { in: [...wanted.keys()] } },
    select: { key: true, subjectId: true },
  })
  const ids = new Map(known.map(({ key, subjectId }) => [key, subjectId]))
  const missing = [...wanted.values()].filter(({ key }) => !ids.has(key))
  for (const { key } of missing) ids.set(key, newId())
  const idOf = (key: string) => ids.get(key) as string
  if (missing.length === 0) return (author) => idOf((author ?? sourceItself).key)
  await insertPeople(
    tx,
    missing.map((author) => ({ id: idOf(author.key), pseudonym: pseudonymOf(source, author) })),
  )
  await insertRecords(
    tx,
    missing.map(({ key }) => ({ source, kind: 'author', key, subjectId: idOf(key), checksum: '' })),
  )
  return (author) => idOf((author ?? sourceItself).key)
}

function pseudonymOf(source: string, { key, groupName }: Author): string {
  if (key === sourceItself.key) return source.slice(0, 80)
  if (groupName) return cleanText(groupName).replace(/\s+/g, ' ').trim().slice(0, 80)
  return `Partecipante ${createHash('sha256').update(`${source} ${key}`).digest('hex').slice(0, 6)}`
}

export function newId(): string {
  return randomBytes(9).toString('base64url')
}
